/** {@code stack clean}: what this clone's project has left on the engine and on the disk is shown, and removed. */
@NullMarked
package dev.datastack.cli.clean;

import org.jspecify.annotations.NullMarked;
