/** {@code stack engine install}. */
@NullMarked
package dev.datastack.cli.engine.install;

import org.jspecify.annotations.NullMarked;
