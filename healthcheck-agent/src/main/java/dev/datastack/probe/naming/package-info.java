/**
 * From a host name to a connection, within the deadline of the probe. The lookup is our own because the system's
 * cannot be told when to stop.
 */
@NullMarked
package dev.datastack.probe.naming;

import org.jspecify.annotations.NullMarked;
