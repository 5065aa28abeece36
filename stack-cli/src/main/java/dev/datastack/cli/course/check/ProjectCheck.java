package dev.datastack.cli.course.check;

/** Of the exercise's Compose project, started; the last three of its files alone. */
public sealed interface ProjectCheck extends Check
        permits Up,
                Healthy,
                Probed,
                Reaches,
                CalledByName,
                WayOut,
                Published,
                Answers,
                Mounted,
                Survives,
                Restores,
                Exec,
                ContainerSetting,
                Limit,
                Ends,
                StartedAfter,
                HostChange,
                Watched,
                Resolves,
                Copies,
                Refuses {}
