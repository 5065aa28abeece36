/**
 * The grading of the capstone, on this repository and on projects that are wrong in known ways.
 */
@NullMarked
package dev.datastack.acceptance.grade;

import org.jspecify.annotations.NullMarked;
