package dev.datastack.probe.text;

/** Fills the gaps of a sentence. A plus sign costs the native build half a kilobyte each time, this costs one call. */
public final class Sentence {
    private Sentence() {}

    /** Each {@code {}} is one argument. */
    public static String of(String pattern, String first) {
        return fill(pattern, first, "", "");
    }

    public static String of(String pattern, String first, String second) {
        return fill(pattern, first, second, "");
    }

    public static String of(String pattern, String first, String second, String third) {
        return fill(pattern, first, second, third);
    }

    private static String fill(String pattern, String first, String second, String third) {
        StringBuilder text = new StringBuilder();
        int start = 0;
        for (int gap = 0; gap < 3; gap++) {
            int at = pattern.indexOf("{}", start);
            if (at < 0) {
                break;
            }
            text.append(pattern, start, at).append(gap == 0 ? first : gap == 1 ? second : third);
            start = at + 2;
        }
        return text.append(pattern, start, pattern.length()).toString();
    }
}
