/**
 * Where the time of a start went: what is recorded of one, how it is kept in {@code .stack/starts}, and what the engine
 * still knows of a start that nobody recorded.
 */
@NullMarked
package dev.datastack.cli.startup;

import org.jspecify.annotations.NullMarked;
