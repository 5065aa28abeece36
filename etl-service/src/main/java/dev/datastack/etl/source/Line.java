package dev.datastack.etl.source;

import dev.datastack.etl.dataset.Cells;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One line of a file, numbered as an editor numbers it. */
public sealed interface Line {

    long number();

    /** As it stands in the file; what is not UTF-8 is written as \xHH, what is very long is cut. */
    String raw();

    /** Can be taken apart. Its text is made when somebody asks, which is when the line is rejected. */
    final class Good implements Line {

        private final long number;
        private final byte[] line;
        private final Cells cells;

        Good(long number, byte[] line, Cells cells) {
            this.number = number;
            this.line = line;
            this.cells = cells;
        }

        @Override
        public long number() {
            return number;
        }

        @Override
        public String raw() {
            return SourceFile.cut(new String(line, StandardCharsets.UTF_8), SourceFile.RAW_LENGTH);
        }

        public Cells cells() {
            return cells;
        }

        public List<String> fields() {
            return cells.texts();
        }
    }

    record Damaged(long number, String raw, String reason) implements Line {}
}
