package dev.datastack.acceptance.lifecycle;

import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.Shell;
import java.util.List;

/**
 * What a project has: equal before and after whatever is done to another one.
 *
 * @param files a checksum of each file in the volumes of the secrets and of pgAdmin's own word
 * @param containers with their start and the count of their restarts, which change with every intervention
 * @param volumes with the time at which they were made
 */
record Belongings(
        List<List<Object>> rows,
        List<String> files,
        List<String> containers,
        List<String> volumes,
        List<String> networks,
        List<String> images) {
    private static final String WORD = "/var/lib/pgadmin/word-of-its-user";

    /** Something of its user's in pgAdmin's volume, too. */
    static Belongings withWord(Project project, String word) {
        project.shell().output(Shell.words("docker compose exec -T pgadmin sh -c", "echo " + word + " > " + WORD));
        return of(project);
    }

    static Belongings of(Project project) {
        return new Belongings(
                project.warehouse().everyRow(),
                files(project),
                all(
                        project,
                        "container",
                        "ls --all",
                        "{{.Id}} {{.State.StartedAt}} {{.RestartCount}} {{.State.Status}}"),
                all(project, "volume", "ls", "{{.Name}} {{.CreatedAt}}"),
                all(project, "network", "ls", "{{.Id}}"),
                all(project, "image", "ls", "{{.Id}}"));
    }

    /** All but the rows. */
    List<List<String>> lists() {
        return List.of(files, containers, volumes, networks, images);
    }

    private static List<String> files(Project project) {
        var run = "docker run --rm --user 0 --network none --entrypoint sh --volume %1$s_secrets:/secrets:ro"
                + " --volume %1$s_pgadmin-data:/pgadmin:ro %1$s/postgres:dev -c";
        return project.shell()
                .output(Shell.words(
                        run.formatted(project.name()),
                        "find /secrets /pgadmin/word-of-its-user -type f -exec sha256sum {} + | sort"))
                .lines()
                .toList();
    }

    private static List<String> all(Project project, String kind, String listing, String format) {
        var ids = project.shell().line("docker " + kind + " " + listing + " --quiet --filter " + project.label());
        return ids.lines()
                .distinct()
                .map(id -> project.shell().output("docker", kind, "inspect", "--format", format, id))
                .sorted()
                .toList();
    }
}
