/** {@code stack restore}: a backup beside the data that is there, compared, and then put in its place. */
@NullMarked
package dev.datastack.cli.restore;

import org.jspecify.annotations.NullMarked;
