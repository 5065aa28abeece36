/**
 * Where a check works: a copy of the learner's folder, images and a Compose project under a name of its own, and what the
 * engine tells of them. Everything it makes it removes.
 */
@NullMarked
package dev.datastack.cli.course.lab;

import org.jspecify.annotations.NullMarked;
