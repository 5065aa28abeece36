package dev.datastack.cli.course.check;

/** Of an image that is built from the exercise's Dockerfile. */
public sealed interface ImageCheck extends Check
        permits Builds,
                BuildFails,
                Rebuild,
                MadeOnce,
                Layers,
                Size,
                InImage,
                NowhereInImage,
                Prints,
                WithoutShell,
                ImageSetting,
                BuildContext {}
