package dev.datastack.cli.course.report;

/** A file that is not in the report, why, and what to do about it. */
public record NotRead(String file, String why, String next) {
    public NotRead {
        file = Words.of(file, Words.MESSAGE);
        why = Words.of(why, Words.MESSAGE);
    }
}
