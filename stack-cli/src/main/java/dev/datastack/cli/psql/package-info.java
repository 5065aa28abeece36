/** {@code stack psql}, and SQL for the verbs that read the database. */
@NullMarked
package dev.datastack.cli.psql;

import org.jspecify.annotations.NullMarked;
