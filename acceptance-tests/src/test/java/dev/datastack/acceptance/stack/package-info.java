/**
 * A Compose project that belongs to the tests: how it is started, looked at, and removed whatever happens.
 */
@NullMarked
package dev.datastack.acceptance.stack;

import org.jspecify.annotations.NullMarked;
