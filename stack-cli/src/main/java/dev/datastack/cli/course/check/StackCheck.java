package dev.datastack.cli.course.check;

/** Of the stack of this clone, which the learner has started. It is asked, and nothing is done to it. */
public sealed interface StackCheck extends Check permits StackRows, StackRun, StackPlan {}
