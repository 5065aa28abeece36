package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;

/** The project starts. */
@JsonTypeName("up")
record Up(String name) implements ProjectCheck {
    @Override
    public Finding look(Lab lab) {
        lab.project();
        return new Finding(true, "docker compose up ended with exit code 0", "docker compose up ends with exit code 0");
    }
}
