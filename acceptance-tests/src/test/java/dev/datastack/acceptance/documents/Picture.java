package dev.datastack.acceptance.documents;

import dev.datastack.acceptance.stack.Repository;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A place in a document that shows a picture: {@code ![what is seen](file)}. */
record Picture(Path document, String alt, Path file) {
    private static final Path FOLDER = Path.of("docs/pictures");
    private static final Pattern IMAGE = Pattern.compile("!\\[([^\\]]*)]\\(([^)\\s]+)\\)");

    static List<Picture> shown() {
        return Document.all().stream()
                .flatMap(path -> in(path, Repository.read(Repository.root().resolve(path))))
                .toList();
    }

    static Stream<Picture> in(Path document, String text) {
        var folder = Objects.requireNonNullElse(document.getParent(), Path.of(""));
        return IMAGE.matcher(text)
                .results()
                .map(found -> new Picture(
                        document, found.group(1), folder.resolve(found.group(2)).normalize()));
    }

    /** What lies in the folder of pictures and is no script. */
    static List<Path> files() {
        return Repository.sources().stream()
                .filter(path -> path.startsWith(FOLDER) && !path.toString().matches(".*\\.(sh|py)"))
                .toList();
    }

    @Override
    public String toString() {
        return document + " shows " + file;
    }
}
