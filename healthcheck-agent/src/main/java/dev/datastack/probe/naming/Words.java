package dev.datastack.probe.naming;

import java.util.ArrayList;
import java.util.List;

/** Lines and words of the system's small text files; a comment ends a line. */
final class Words {
    private Words() {}

    static List<List<String>> lines(byte[] file) {
        List<List<String>> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= file.length; i++) {
            if (i == file.length || file[i] == '\n') {
                List<String> words = words(file, start, i);
                if (!words.isEmpty()) {
                    lines.add(words);
                }
                start = i + 1;
            }
        }
        return lines;
    }

    private static List<String> words(byte[] file, int from, int to) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = from; i < to && file[i] != '#' && file[i] != ';'; i++) {
            if (file[i] > ' ') {
                word.append((char) file[i]);
            } else {
                flush(word, words);
            }
        }
        flush(word, words);
        return words;
    }

    private static void flush(StringBuilder word, List<String> words) {
        if (word.length() > 0) {
            words.add(word.toString());
            word.setLength(0);
        }
    }
}
