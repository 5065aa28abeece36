/**
 * What somebody types: load, status, rejects. Each talks to the warehouse through SQL alone, as Airflow does; a load
 * that is asked for here is done by the workers of a running service, or by workers that this process starts.
 */
@NullMarked
package dev.datastack.etl.command;

import org.jspecify.annotations.NullMarked;
