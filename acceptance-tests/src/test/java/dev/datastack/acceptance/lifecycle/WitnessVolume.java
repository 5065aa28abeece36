package dev.datastack.acceptance.lifecycle;

import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.Shell;

/** A volume beside a project that is not a part of it: what is done to the project must not change it. */
record WitnessVolume(Project project) {
    static final String WORD = "untouched";

    void create() {
        project.shell().output("docker", "volume", "create", "--label", project.labelOfExtras(), name());
        project.shell().output(inside("echo " + WORD + " > /witness/file"));
    }

    String content() {
        return project.shell().run(inside("cat /witness/file")).outText();
    }

    void remove() {
        project.shell().run("docker", "volume", "rm", "--force", name());
    }

    private String name() {
        return project.name() + "-witness";
    }

    private String[] inside(String commands) {
        var run = "docker run --rm --user 0 --network none --entrypoint bash --volume";
        return Shell.words(run, name() + ":/witness", project.name() + "/postgres:dev", "-c", commands);
    }
}
