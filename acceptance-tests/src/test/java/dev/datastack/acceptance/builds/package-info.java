/**
 * How the images come to be: two ways to build the ETL image under one contract, what a change rebuilds, and what the
 * Dockerfiles may expect of their bases.
 */
@NullMarked
package dev.datastack.acceptance.builds;

import org.jspecify.annotations.NullMarked;
