/**
 * The drills: each breaks the stack, is noticed, is repaired by its solution's page, and can be undone.
 */
@NullMarked
package dev.datastack.acceptance.drill;

import org.jspecify.annotations.NullMarked;
