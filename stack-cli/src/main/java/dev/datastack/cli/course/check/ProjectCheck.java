package dev.datastack.cli.course.check;

/** Of the exercise's Compose project, started. */
public sealed interface ProjectCheck extends Check
        permits Up,
                Healthy,
                Reaches,
                WayOut,
                Published,
                Answers,
                Mounted,
                Survives,
                Exec,
                ContainerSetting,
                Ends,
                StartedAfter,
                HostChange {}
