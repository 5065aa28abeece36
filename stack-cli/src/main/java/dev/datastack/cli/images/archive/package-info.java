/**
 * One file with all images, for machines without a network: written by {@code images save}, checked and read by
 * {@code images load}. It is a gzipped tar that plain {@code docker load} reads too.
 */
@NullMarked
package dev.datastack.cli.images.archive;

import org.jspecify.annotations.NullMarked;
