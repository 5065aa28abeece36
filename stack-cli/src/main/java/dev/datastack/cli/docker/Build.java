package dev.datastack.cli.docker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One run of {@code docker build}. The result gets the tag, or is written out as files into {@code output}; secrets are files
 * by their ids; without a Dockerfile it is the one in the context.
 */
public record Build(
        String context,
        Optional<Path> dockerfile,
        Optional<String> target,
        Map<String, String> arguments,
        Map<String, String> secrets,
        Result result) {

    /** What becomes of it. */
    public sealed interface Result {
        List<String> words();

        /** An image by this name. */
        record Tagged(String name) implements Result {
            @Override
            public List<String> words() {
                return List.of("--tag", name);
            }
        }

        /** The files of its last stage in a folder. */
        record Written(Path folder) implements Result {
            @Override
            public List<String> words() {
                return List.of("--output", "type=local,dest=" + folder);
            }
        }
    }

    public static Build of(Path context, String tag) {
        return of(context.toString(), new Result.Tagged(tag));
    }

    public static Build of(String context, Result result) {
        return new Build(context, Optional.empty(), Optional.empty(), Map.of(), Map.of(), result);
    }

    public Build by(Path file) {
        return new Build(context, Optional.of(file), target, arguments, secrets, result);
    }

    public Build upTo(Optional<String> stage) {
        return new Build(context, dockerfile, stage, arguments, secrets, result);
    }

    public Build with(Map<String, String> newArguments) {
        return new Build(context, dockerfile, target, newArguments, secrets, result);
    }

    public Build withSecrets(Map<String, String> files) {
        return new Build(context, dockerfile, target, arguments, files, result);
    }

    List<String> words() {
        var words = new ArrayList<>(result.words());
        dockerfile.ifPresent(file -> words.addAll(List.of("--file", file.toString())));
        target.ifPresent(stage -> words.addAll(List.of("--target", stage)));
        new TreeMap<>(arguments).forEach((name, value) -> words.addAll(List.of("--build-arg", name + "=" + value)));
        new TreeMap<>(secrets).forEach((id, file) -> words.addAll(List.of("--secret", "id=" + id + ",src=" + file)));
        words.add(context);
        return words;
    }
}
