/** {@code stack completion}: scripts by which a shell completes verbs and options. */
@NullMarked
package dev.datastack.cli.completion;

import org.jspecify.annotations.NullMarked;
