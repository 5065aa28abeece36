package dev.datastack.cli.course.check;

/** Of a container that the learner has started by hand, by its name. It is looked at, and nothing is done to it. */
public sealed interface HandCheck extends Check permits HandSetting, HandLimit, HandExec, HandLog {
    String container();
}
