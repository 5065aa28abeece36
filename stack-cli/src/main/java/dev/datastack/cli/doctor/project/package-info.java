/** What of this clone's project can be wrong before it runs: ports, images, volumes. */
@NullMarked
package dev.datastack.cli.doctor.project;

import org.jspecify.annotations.NullMarked;
