/** A start as it is watched: states in, frames out, and two ways to show a frame. */
@NullMarked
package dev.datastack.cli.up.progress;

import org.jspecify.annotations.NullMarked;
