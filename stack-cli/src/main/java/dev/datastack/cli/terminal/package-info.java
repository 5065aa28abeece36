/** The screen and the person before it: lines, tables, one line that is written over, questions. */
@NullMarked
package dev.datastack.cli.terminal;

import org.jspecify.annotations.NullMarked;
