/**
 * A tiny health probe: asks a service the question that tells whether it works, and says in one line what it found.
 * The probes are here; each protocol has a package below.
 */
@NullMarked
package dev.datastack.probe;

import org.jspecify.annotations.NullMarked;
