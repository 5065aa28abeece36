/** The docker command line: no other package starts it. Its answers are records. Knows nothing of this stack. */
@NullMarked
package dev.datastack.cli.docker;

import org.jspecify.annotations.NullMarked;
