/**
 * The files themselves: linters, ignore files, settings and line ends.
 */
@NullMarked
package dev.datastack.acceptance.repository;

import org.jspecify.annotations.NullMarked;
