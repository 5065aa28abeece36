/** What tests of the warehouse share: an embedded PostgreSQL, a migrated database for each test, the real files. */
@NullMarked
package dev.datastack.etl.warehouse;

import org.jspecify.annotations.NullMarked;
