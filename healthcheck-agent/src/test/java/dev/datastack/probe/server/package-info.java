/**
 * Servers for the tests, all on the loopback.
 */
@NullMarked
package dev.datastack.probe.server;

import org.jspecify.annotations.NullMarked;
