package dev.datastack.cli.airflow;

import dev.datastack.cli.airflow.Run.Task;
import dev.datastack.cli.docker.ServiceExec;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The logs of tasks: one file an attempt, one JSON object a line, in the volume that Airflow's services share. */
final class TaskLogs {
    private static final String FOLDER = "/opt/airflow/logs";
    /** Any of these has the volume; the first one that runs answers. */
    private static final List<String> SERVICES = List.of("airflow-webserver", "airflow-scheduler");

    /** How Airflow folds lines on its page. */
    private static final List<String> MARKERS = List.of("::group::", "::endgroup::");

    private static final String BYTES = "32768";

    private final ServiceExec services;

    TaskLogs(ServiceExec services) {
        this.services = services;
    }

    /** The last line that has an error in it, else the last one that says something; empty when there is none to be had. */
    String lastWords(Task task) {
        var file = FOLDER + "/dag_id=" + task.run().dag() + "/run_id="
                + task.run().run() + "/task_id=" + task.task() + "/attempt=" + task.attempt() + ".log";
        return SERVICES.stream()
                .map(service -> services.exec(service, List.of("tail", "-c", BYTES, file)))
                .filter(finished -> finished.well())
                .findFirst()
                .map(finished -> lastWords(finished.out()))
                .orElse("");
    }

    static String lastWords(List<String> lines) {
        var words = "";
        var isError = false;
        for (var line : lines) {
            var node = node(line);
            var error = isError(node);
            var said = words(line, node);
            if ((error || !isError) && says(said)) {
                words = said;
                isError = error;
            }
        }
        return words.lines().findFirst().orElse("").strip();
    }

    private static boolean says(String words) {
        return !words.isBlank() && MARKERS.stream().noneMatch(words.strip()::startsWith);
    }

    private static JsonNode node(String line) {
        try {
            return JsonMapper.shared().readTree(line);
        } catch (JacksonException e) {
            // What a library wrote by itself, or the first line, cut off in the middle.
            return JsonMapper.shared().createObjectNode();
        }
    }

    private static boolean isError(JsonNode node) {
        var level = node.path("level").asString("");
        return level.equals("error") || level.equals("critical");
    }

    private static String words(String line, JsonNode node) {
        var event = node.path("event").asString("");
        var detail = node.path("error_detail").path(0);
        var reason = detail.path("exc_value").asString("");
        if (!reason.isEmpty()) {
            return detail.path("exc_type").asString("") + ": " + reason;
        }
        return event.isEmpty() ? line : event;
    }
}
