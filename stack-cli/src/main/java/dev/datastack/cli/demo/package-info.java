/**
 * The stack's show without Docker: a PostgreSQL of its own out of the class path, the year loaded into it by the jar of
 * the ETL service, the marts on the screen, a page to look at, and nothing left behind.
 */
@NullMarked
package dev.datastack.cli.demo;

import org.jspecify.annotations.NullMarked;
