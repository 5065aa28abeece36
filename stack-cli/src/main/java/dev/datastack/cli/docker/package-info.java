/** The docker command line, and the one class that starts processes. Knows nothing of this stack's services. */
@NullMarked
package dev.datastack.cli.docker;

import org.jspecify.annotations.NullMarked;
