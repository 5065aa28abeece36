/**
 * The course: its manifest, the learner's progress and work folder, the loop that checks on every save, and the maker's
 * proof that each exercise fails as shipped and passes with its solution.
 */
@NullMarked
package dev.datastack.cli.course;

import org.jspecify.annotations.NullMarked;
