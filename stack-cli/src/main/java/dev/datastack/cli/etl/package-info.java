/** {@code stack etl}: what the ETL service is asked to do, and what it says. */
@NullMarked
package dev.datastack.cli.etl;

import org.jspecify.annotations.NullMarked;
