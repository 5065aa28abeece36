package dev.datastack.cli.terminal;

/** Numbers in sentences. */
public final class Count {
    private Count() {}

    public static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }
}
