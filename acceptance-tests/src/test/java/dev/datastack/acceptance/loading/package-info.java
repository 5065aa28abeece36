/**
 * What is in the warehouse once Airflow has caught up, compared with what DuckDB reads from the same files.
 */
@NullMarked
package dev.datastack.acceptance.loading;

import org.jspecify.annotations.NullMarked;
