package dev.datastack.cli.build;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What to do when an image does not build, by the build's own words; the first kind that fits counts. */
enum ImageFailure {
    DISK_FULL(
            "the engine's disk is full: 'docker system df' shows what takes it, 'docker builder prune' frees the build cache",
            "no space left on device|No space left on device"),
    UNTRUSTED(
            "a proxy re-signs TLS: set STACK_CA_BUNDLE=/path/to/bundle.pem in .env",
            "certificate verify failed|self-signed certificate|PKIX path building failed|x509: |UnknownIssuer"),
    NO_BASE(
            "a base image is missing: ./stack images bases",
            "failed to resolve source metadata|pull access denied|manifest unknown"),
    NO_JAR("build the jars: ./mvnw package", "\"/(etl-service/target/[^\"]*|target/c)\": not found"),
    NO_NETWORK(
            "the build reaches no network: connect to the internet, or name a mirror or a proxy (docs/setup.md)",
            "Temporary failure|Could not resolve|Name or service not known|Network is unreachable|dial tcp|Connection refused"),
    OTHER("see the lines above", "");

    private final String next;
    private final Pattern words;

    ImageFailure(String next, String words) {
        this.next = next;
        this.words = Pattern.compile(words);
    }

    static ImageFailure of(List<String> lines) {
        return Stream.of(values())
                .filter(kind ->
                        lines.stream().anyMatch(line -> kind.words.matcher(line).find()))
                .findFirst()
                .orElse(OTHER);
    }

    String next() {
        return next;
    }
}
