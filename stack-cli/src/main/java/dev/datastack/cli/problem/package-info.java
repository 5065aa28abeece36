/** Every way the command can end badly: its heading, its exit code, and the three parts of its message. */
@NullMarked
package dev.datastack.cli.problem;

import org.jspecify.annotations.NullMarked;
