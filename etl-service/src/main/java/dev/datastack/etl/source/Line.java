package dev.datastack.etl.source;

import dev.datastack.etl.dataset.Cells;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of a file, numbered as an editor numbers it. */
public sealed interface Line {

    long number();

    /** As it stands in the file; what is not UTF-8 is written as \xHH, what is very long is cut. */
    String raw();

    /** Can be taken apart. Its text is made when somebody asks, which is when the line is rejected. */
    final class Good implements Line {

        private final long number;
        private final @Nullable String raw;
        private final Cells cells;

        /** @param raw what the file has, unless that is the fields with commas between them */
        Good(long number, @Nullable String raw, Cells cells) {
            this.number = number;
            this.raw = raw;
            this.cells = cells;
        }

        @Override
        public long number() {
            return number;
        }

        @Override
        public String raw() {
            return raw == null ? SourceFile.cut(cells.line(), SourceFile.RAW_LENGTH) : raw;
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
