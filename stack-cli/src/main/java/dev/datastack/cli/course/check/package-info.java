/** The kinds of check that the manifest can declare. Each asks the engine what is there; none reads the learner's text. */
@NullMarked
package dev.datastack.cli.course.check;

import org.jspecify.annotations.NullMarked;
