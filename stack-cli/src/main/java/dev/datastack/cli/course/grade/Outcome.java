package dev.datastack.cli.course.grade;

/** How a rule was judged. What could not be looked at, because something before it failed, is not judged. */
public enum Outcome {
    MET("met"),
    NOT_MET("not met"),
    NOT_JUDGED("not judged");

    private final String words;

    Outcome(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
