/**
 * A machine that is slow, services that go away and come back, a proxy that leads nowhere: the year arrives all the same.
 */
@NullMarked
package dev.datastack.acceptance.slow;

import org.jspecify.annotations.NullMarked;
