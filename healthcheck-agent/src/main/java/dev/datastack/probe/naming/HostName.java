package dev.datastack.probe.naming;

import dev.datastack.probe.text.Ascii;

/** The rules for a host name. Underscores are allowed: Compose services have them. */
final class HostName {
    private static final int MAX_LENGTH = 253;
    private static final int MAX_LABEL = 63;

    private HostName() {}

    static boolean isValid(String name) {
        String relative = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        int label = 0;
        for (int i = 0; i < relative.length(); i++) {
            char c = relative.charAt(i);
            label = c == '.' ? 0 : label + 1;
            boolean emptyLabel = c == '.' && (i == 0 || relative.charAt(i - 1) == '.');
            if (emptyLabel || label > MAX_LABEL || !isAllowed(c)) {
                return false;
            }
        }
        return label > 0 && relative.length() <= MAX_LENGTH;
    }

    private static boolean isAllowed(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-_.".indexOf(c) >= 0;
    }

    static boolean same(String one, String other) {
        return Ascii.same(withoutDot(one), withoutDot(other));
    }

    static boolean isLocal(String name) {
        return same(name, "localhost");
    }

    private static String withoutDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
