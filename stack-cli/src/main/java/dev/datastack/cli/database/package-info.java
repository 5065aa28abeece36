/** SQL inside the postgres container, for the verbs that read the database. */
@NullMarked
package dev.datastack.cli.database;

import org.jspecify.annotations.NullMarked;
