/**
 * Honest health checks: what stops or hangs is called unhealthy, with what depends on it, and nothing else is.
 */
@NullMarked
package dev.datastack.acceptance.health;

import org.jspecify.annotations.NullMarked;
