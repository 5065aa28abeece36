package dev.datastack.cli.course.check;

/** Of the exercise's Compose project, started; the last two of its files alone. */
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
                HostChange,
                Resolves,
                Refuses {}
