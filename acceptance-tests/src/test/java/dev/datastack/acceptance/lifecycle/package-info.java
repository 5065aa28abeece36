/**
 * What outlives a container and what does not: restarts, lost secrets, foreign data, changed sources, removal.
 */
@NullMarked
package dev.datastack.acceptance.lifecycle;

import org.jspecify.annotations.NullMarked;
