/** The stack at work for hours: what grows, and what stays as it is. */
@NullMarked
package dev.datastack.acceptance.soak;

import org.jspecify.annotations.NullMarked;
