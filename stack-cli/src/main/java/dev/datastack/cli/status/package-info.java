/** {@code stack status}: a running stack at one moment: services, their last probe, ports, memory, loads. */
@NullMarked
package dev.datastack.cli.status;

import org.jspecify.annotations.NullMarked;
