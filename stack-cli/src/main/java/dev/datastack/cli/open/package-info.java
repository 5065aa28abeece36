/** {@code stack open}: the pages of a running stack, and the browser that shows them. */
@NullMarked
package dev.datastack.cli.open;

import org.jspecify.annotations.NullMarked;
