package dev.datastack.probe.gates;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the calls of a C statement that the compiler may make in any order: two arguments of one call, two sides of one
 * operator. A call inside the arguments of another comes first for certain, and so does what stands before
 * {@code &&}, {@code ||}, {@code ?}, {@code :} or the comma operator.
 */
final class Unordered {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*(?=\\()");

    private final String text;
    private final Effects effects;
    private final List<String> found = new ArrayList<>();
    private int at;

    private Unordered(String text, Effects effects) {
        this.text = text;
        this.effects = effects;
    }

    /** Returns the first calls with effects that no rule puts into an order, as {@code a, b}; none when all is well. */
    static List<String> calls(String statement, Effects effects) {
        Unordered one = new Unordered(statement, effects);
        while (one.at < statement.length()) {
            one.expression(true);
            one.at++;
        }
        return one.found.stream().limit(1).toList();
    }

    /** Reads up to the closing parenthesis and returns one of its calls, to be ordered against those beside it. */
    private List<String> expression(boolean commaOrders) {
        List<String> all = new ArrayList<>();
        List<String> together = new ArrayList<>();
        while (at < text.length() && text.charAt(at) != ')') {
            Matcher name = NAME.matcher(text).region(at, text.length()).useTransparentBounds(true);
            if (name.lookingAt()) {
                at = name.end() + 1;
                together.addAll(call(name.group()));
            } else if (text.charAt(at) == '(') {
                at++;
                together.addAll(expression(true));
            } else if (orders(commaOrders)) {
                all.addAll(checked(together));
                together.clear();
            }
            at++;
        }
        all.addAll(checked(together));
        return all.stream().limit(1).toList();
    }

    private List<String> call(String name) {
        // This macro is a comma operator: it notes the place, then evaluates.
        boolean isMacro = name.equals("TEAVM_WITH_CALL_SITE_ID");
        List<String> arguments = expression(isMacro);
        return effects.has(name) ? List.of(name) : arguments;
    }

    private boolean orders(boolean commaOrders) {
        return text.startsWith("&&", at)
                || text.startsWith("||", at)
                || text.charAt(at) == '?'
                || text.charAt(at) == ':'
                || (commaOrders && text.charAt(at) == ',');
    }

    private List<String> checked(List<String> together) {
        if (together.size() > 1) {
            found.add(String.join(", ", together));
        }
        return together;
    }
}
