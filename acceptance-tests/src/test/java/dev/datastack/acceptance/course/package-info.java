/** The exercises that work in the running stack. */
@NullMarked
package dev.datastack.acceptance.course;

import org.jspecify.annotations.NullMarked;
