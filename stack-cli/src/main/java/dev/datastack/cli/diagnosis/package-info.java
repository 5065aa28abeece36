/** What became of a container that is not well, in types and in words, and what cures it. */
@NullMarked
package dev.datastack.cli.diagnosis;

import org.jspecify.annotations.NullMarked;
