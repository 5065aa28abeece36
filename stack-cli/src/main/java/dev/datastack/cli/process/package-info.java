/** Commands of this machine: how one is run, what it answered, and what bounds it. */
@NullMarked
package dev.datastack.cli.process;

import org.jspecify.annotations.NullMarked;
