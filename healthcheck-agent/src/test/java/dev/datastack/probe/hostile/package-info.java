/**
 * Servers that lie, stall and babble. Whatever they do, the agent says no in time.
 */
@NullMarked
package dev.datastack.probe.hostile;

import org.jspecify.annotations.NullMarked;
