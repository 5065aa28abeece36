/**
 * A foreign project, copied, looked through, isolated, started and removed: what a learner or a class hands in may ask the
 * engine for anything, and gets what lies within its own folder and its own Compose project. {@link Reach} names what is
 * refused; docs/architecture/sandbox.md is the page for readers.
 */
@NullMarked
package dev.datastack.cli.sandbox;

import org.jspecify.annotations.NullMarked;
