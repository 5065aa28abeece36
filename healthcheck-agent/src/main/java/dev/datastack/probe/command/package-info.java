/**
 * From the words of a command line to the probes it asks for.
 */
@NullMarked
package dev.datastack.probe.command;

import org.jspecify.annotations.NullMarked;
