/** The stack command. Only the wiring is here: a verb, as it is typed, is a package below. */
@NullMarked
package dev.datastack.cli;

import org.jspecify.annotations.NullMarked;
