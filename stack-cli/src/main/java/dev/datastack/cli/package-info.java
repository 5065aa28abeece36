/** The stack command. Only the wiring is here: each package below is one thing the command knows about. */
@NullMarked
package dev.datastack.cli;

import org.jspecify.annotations.NullMarked;
