/** The verbs as they are typed, one class each, and the help screen. A verb reads its options and hands over. */
@NullMarked
package dev.datastack.cli.command;

import org.jspecify.annotations.NullMarked;
