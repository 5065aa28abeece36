/**
 * Projects that try to reach out of their sandbox, graded beside a neighbour who must not notice.
 */
@NullMarked
package dev.datastack.acceptance.sandbox;

import org.jspecify.annotations.NullMarked;
