package dev.datastack.cli.images.bases;

import java.util.List;

/** A base of this stack's images by its official name, and the folder that builds a stand-in for it. */
public record BaseImage(String name, String folder) {
    /** In the order in which stand-ins are built: the first is the base of the others. */
    public static final List<BaseImage> ALL = List.of(
            new BaseImage("debian:trixie-slim", "debian"),
            new BaseImage("python:3.13-slim-trixie", "python"),
            new BaseImage("eclipse-temurin:25-jdk", "temurin"),
            new BaseImage("postgres:17", "postgres"));
}
