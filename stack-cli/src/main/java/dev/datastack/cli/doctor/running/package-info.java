/** What of a running stack can be wrong: containers, secrets, names, runs and loads. */
@NullMarked
package dev.datastack.cli.doctor.running;

import org.jspecify.annotations.NullMarked;
