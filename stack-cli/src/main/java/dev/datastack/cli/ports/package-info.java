/** Whether the host's ports are free before anything starts, and who holds the one that is not. */
@NullMarked
package dev.datastack.cli.ports;

import org.jspecify.annotations.NullMarked;
