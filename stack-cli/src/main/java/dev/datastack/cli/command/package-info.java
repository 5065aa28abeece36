/** The root of the command line: which verbs there are, and the help screen. Each verb lies beside the code it calls. */
@NullMarked
package dev.datastack.cli.command;

import org.jspecify.annotations.NullMarked;
