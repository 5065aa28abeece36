/**
 * The images without Compose: on volumes that a cluster has changed, and with a database that is bought as a service.
 */
@NullMarked
package dev.datastack.acceptance.elsewhere;

import org.jspecify.annotations.NullMarked;
