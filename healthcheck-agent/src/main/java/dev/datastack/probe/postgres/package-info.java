/**
 * The first messages of the PostgreSQL protocol: the greeting, and on request a login with one query.
 */
@NullMarked
package dev.datastack.probe.postgres;

import org.jspecify.annotations.NullMarked;
