package dev.datastack.cli.course;

import java.util.List;

/** One subject of the course. The folder has a README.md and one folder for each exercise; {@code docs} is the official page. */
public record Topic(int number, String title, String folder, String docs, List<Exercise> exercises) {}
