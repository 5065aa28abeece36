/** {@code stack restart}: services of a running stack are started again, and waited for. */
@NullMarked
package dev.datastack.cli.restart;

import org.jspecify.annotations.NullMarked;
