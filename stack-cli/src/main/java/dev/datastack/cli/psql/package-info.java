/** {@code stack psql}. */
@NullMarked
package dev.datastack.cli.psql;

import org.jspecify.annotations.NullMarked;
