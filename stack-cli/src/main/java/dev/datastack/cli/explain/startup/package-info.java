/** {@code stack explain startup}: a waterfall of a start, the chain of waits that made its length, and the last starts beside each other. */
@NullMarked
package dev.datastack.cli.explain.startup;

import org.jspecify.annotations.NullMarked;
