package dev.datastack.etl.source;

import java.util.List;

/** One line of a file, numbered as an editor numbers it. */
public sealed interface Line {

    long number();

    /** As it stands in the file; what is not UTF-8 is written as \xHH. */
    String raw();

    record Good(long number, String raw, List<String> fields) implements Line {}

    record Damaged(long number, String raw, String reason) implements Line {}
}
