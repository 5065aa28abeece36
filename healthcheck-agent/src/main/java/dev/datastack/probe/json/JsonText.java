package dev.datastack.probe.json;

import dev.datastack.probe.machine.Unhealthy;
import dev.datastack.probe.text.Utf8;
import org.jspecify.annotations.Nullable;

/** A JSON text in a buffer. One pass checks all of it and finds one value; nesting is counted, never recursed into. */
public final class JsonText {
    private static final int MAX_DEPTH = 64;
    private static final int NOT_AN_ARRAY = -1;

    private final byte[] bytes;
    private final int length;

    public JsonText(byte[] bytes, int length) throws Unhealthy {
        this.bytes = bytes;
        this.length = length;
        if (!Utf8.isValid(bytes, length)) {
            throw new Unhealthy("the answer is not UTF-8");
        }
    }

    /** The value at the path, or null when there is none. Of a name given twice the last one counts. */
    public @Nullable JsonValue find(JsonPath path) throws Unhealthy {
        return new Walk(path).run();
    }

    private final class Walk {
        private final JsonReader reader = new JsonReader(bytes, length);
        private final JsonStrings strings = new JsonStrings(bytes);
        private final int[] positions = new int[MAX_DEPTH];
        private final JsonPath path;
        private int depth;
        /** How many steps of the path lead to where the walk is. */
        private int matched;

        private int start;
        private int foundFrom;
        private int foundTo;

        Walk(JsonPath path) {
            this.path = path;
        }

        @Nullable
        JsonValue run() throws Unhealthy {
            boolean more = true;
            while (more) {
                more = beginValue() || nextMember();
            }
            if (reader.peek() >= 0) {
                throw reader.broken();
            }
            return foundTo == 0 ? null : strings.value(foundFrom, foundTo);
        }

        /** Returns true when the value is a container with a first member to go into. */
        private boolean beginValue() throws Unhealthy {
            int first = reader.peek();
            markStart();
            if (first == '{' || first == '[') {
                push(first == '[');
                if (!reader.take(first == '{' ? '}' : ']')) {
                    enterMember();
                    return true;
                }
                pop();
            } else if (first == '"') {
                reader.skipString();
            } else {
                reader.skipNumberOrWord();
            }
            endValue();
            return false;
        }

        /** Returns true when there is another member; closes the containers that end here. */
        private boolean nextMember() throws Unhealthy {
            while (depth > 0) {
                if (reader.take(',')) {
                    enterMember();
                    return true;
                }
                reader.expect(positions[depth - 1] == NOT_AN_ARRAY ? '}' : ']');
                pop();
                endValue();
            }
            return false;
        }

        private void enterMember() throws Unhealthy {
            int container = depth - 1;
            boolean onPath = matched == container && matched < path.length();
            boolean match;
            if (positions[container] == NOT_AN_ARRAY) {
                reader.peek();
                int from = reader.position();
                reader.skipString();
                match = onPath && strings.equal(from, reader.position(), path.name(matched));
                reader.expect(':');
            } else {
                match = onPath && positions[container] == path.index(matched);
                positions[container]++;
            }
            matched += match ? 1 : 0;
        }

        private void push(boolean array) throws Unhealthy {
            reader.take(array ? '[' : '{');
            if (depth == MAX_DEPTH) {
                throw new Unhealthy("the JSON of the answer is nested deeper than {}", Integer.toString(MAX_DEPTH));
            }
            positions[depth++] = array ? 0 : NOT_AN_ARRAY;
        }

        private void pop() {
            depth--;
        }

        private void markStart() {
            start = isTarget() ? reader.position() : start;
        }

        private boolean isTarget() {
            return matched == path.length() && depth == path.length();
        }

        private void endValue() {
            if (isTarget()) {
                foundFrom = start;
                foundTo = reader.position();
            }
            matched -= matched == depth && depth > 0 ? 1 : 0;
        }
    }
}
