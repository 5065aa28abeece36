/**
 * The running service: so many workers that claim and load, and one keeper that renews their leases, listens for new
 * requests and touches the heartbeat file. The keeper vouches for the workers only as long as each shows signs of life.
 */
@NullMarked
package dev.datastack.etl.worker;

import org.jspecify.annotations.NullMarked;
