/** {@code stack completion}: scripts by which a shell completes verbs, options and service names. */
@NullMarked
package dev.datastack.cli.completion;

import org.jspecify.annotations.NullMarked;
