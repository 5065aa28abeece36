/**
 * Grades a project against the capstone's five deliverables: takes a copy, builds and starts it under
 * a name of its own, looks at what the engine says, and removes it again. The rules: docs/capstone/rules.md.
 */
@NullMarked
package dev.datastack.cli.course.grade;

import org.jspecify.annotations.NullMarked;
