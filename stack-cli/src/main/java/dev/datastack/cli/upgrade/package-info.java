/** {@code stack upgrade}: the data on another major version of PostgreSQL, by a backup that is restored there. */
@NullMarked
package dev.datastack.cli.upgrade;

import org.jspecify.annotations.NullMarked;
