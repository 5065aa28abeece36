/** What of this machine can be wrong: the shell, .env, the files of this clone. */
@NullMarked
package dev.datastack.cli.doctor.machine;

import org.jspecify.annotations.NullMarked;
