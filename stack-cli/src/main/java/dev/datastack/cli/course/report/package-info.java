/**
 * Where a class is, or one learner, as a page: who has passed what, which checks fail most, the grades and what they lack.
 * It reads progress files and grades, which others may have written; it runs nothing of a submission and asks no engine.
 */
@NullMarked
package dev.datastack.cli.course.report;

import org.jspecify.annotations.NullMarked;
