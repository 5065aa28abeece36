/**
 * The ledger etl.load: queue and history in one. A load is claimed with a lease and a fence; the lease says until when,
 * the fence decides who may write the result. Every change names the fence, so a worker that was thought dead and comes
 * back changes nothing.
 */
@NullMarked
package dev.datastack.etl.ledger;

import org.jspecify.annotations.NullMarked;
