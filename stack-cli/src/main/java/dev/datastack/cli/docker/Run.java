package dev.datastack.cli.docker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One run of {@code docker run}: an image, the command in it, and what the container gets. */
public record Run(String image, List<String> command, List<String> options) {

    public static Run of(String image, List<String> command) {
        return new Run(image, List.copyOf(command), List.of());
    }

    public Run withoutNetwork() {
        return with("--network", "none");
    }

    /** It sees what another container sees. */
    public Run inNetworkOf(String container) {
        return with("--network", "container:" + container);
    }

    public Run startedBy(String program) {
        return with("--entrypoint", program);
    }

    public Run with(Path source, String target) {
        return with("--mount", "type=bind,source=" + source + ",target=" + target);
    }

    public Run withReadOnly(Path source, String target) {
        return with("--mount", "type=bind,readonly,source=" + source + ",target=" + target);
    }

    public Run withFolderInMemory(String target) {
        return with("--tmpfs", target);
    }

    public Run publishing(String address, int port, int target) {
        return with("--publish", address + ":" + port + ":" + target);
    }

    private Run with(String... words) {
        return withWords(List.of(words));
    }

    /** Options as an exercise's manifest words them. */
    public Run withWords(List<String> words) {
        var all = new ArrayList<>(options);
        all.addAll(words);
        return new Run(image, command, List.copyOf(all));
    }

    List<String> words() {
        var words = new ArrayList<>(options);
        words.add(image);
        words.addAll(command);
        return words;
    }
}
