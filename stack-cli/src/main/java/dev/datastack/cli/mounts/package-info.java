/** The folders of this clone that containers see: whether the year's files are in them, and open to other users. */
@NullMarked
package dev.datastack.cli.mounts;

import org.jspecify.annotations.NullMarked;
