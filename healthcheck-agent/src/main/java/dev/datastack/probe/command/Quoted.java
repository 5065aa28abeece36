package dev.datastack.probe.command;

import java.util.ArrayList;
import java.util.List;

/** Cuts HEALTHCHECK_COMMAND into words at white space; quotes of either kind keep words together. */
final class Quoted {
    private Quoted() {}

    static List<String> words(String text) throws UsageException {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0 ? c == quote : c == '"' || c == '\'') {
                quote = quote != 0 ? 0 : c;
                inWord = true;
            } else if (quote != 0 || c > ' ') {
                word.append(c);
                inWord = true;
            } else if (inWord) {
                words.add(word.toString());
                word.setLength(0);
                inWord = false;
            }
        }
        if (quote != 0) {
            throw new UsageException("HEALTHCHECK_COMMAND has a quote that does not end: {}", text);
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }
}
