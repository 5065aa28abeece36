/** Whether a Docker engine answers that is new enough, and the installer for machines that have none. */
@NullMarked
package dev.datastack.cli.engine;

import org.jspecify.annotations.NullMarked;
