/** What of the engine can be wrong: its versions, its resources, its clock. */
@NullMarked
package dev.datastack.cli.doctor.engine;

import org.jspecify.annotations.NullMarked;
