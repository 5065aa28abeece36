/** This machine: its operating system, its clock, Ctrl-C. */
@NullMarked
package dev.datastack.cli.host;

import org.jspecify.annotations.NullMarked;
