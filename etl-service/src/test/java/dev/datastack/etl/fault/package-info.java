/**
 * What happens to loads when processes, connections and the server break: worker processes of their own, a proxy between
 * them and a PostgreSQL that keeps what it promises, and an undisturbed run to compare with.
 */
@NullMarked
package dev.datastack.etl.fault;

import org.jspecify.annotations.NullMarked;
