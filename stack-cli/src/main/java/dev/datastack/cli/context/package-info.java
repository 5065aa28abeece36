/** What every verb is handed: the clone, the terminal, the engine, time. */
@NullMarked
package dev.datastack.cli.context;

import org.jspecify.annotations.NullMarked;
