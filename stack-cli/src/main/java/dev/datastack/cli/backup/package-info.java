/** {@code stack backup}: both databases and pgAdmin's volume in one file, restored once before it gets its name. */
@NullMarked
package dev.datastack.cli.backup;

import org.jspecify.annotations.NullMarked;
