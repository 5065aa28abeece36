/** Whose Compose project this is: what of the shell may steer it, and which folder its containers and volumes belong to. */
@NullMarked
package dev.datastack.cli.identity;

import org.jspecify.annotations.NullMarked;
