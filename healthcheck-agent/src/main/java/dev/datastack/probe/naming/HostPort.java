package dev.datastack.probe.naming;

import dev.datastack.probe.machine.IpAddress;
import dev.datastack.probe.text.Digits;
import dev.datastack.probe.text.Sentence;
import org.jspecify.annotations.Nullable;

/** Where a service listens: {@code postgres:5432}, {@code 127.0.0.1:80}, {@code [::1]:8080}. */
public record HostPort(String host, int port) {
    private static final int MAX_PORT = 65_535;

    /** Returns null when the text is no host and port. */
    public static @Nullable HostPort parse(String text) {
        int colon = text.lastIndexOf(':');
        int port = colon < 1 ? -1 : port(text.substring(colon + 1));
        String host = port < 0 ? null : host(text.substring(0, colon));
        return host == null ? null : new HostPort(host, port);
    }

    /** Returns the host without the brackets of an IPv6 literal, or null when it is none. */
    public static @Nullable String host(String text) {
        if (text.startsWith("[") && text.endsWith("]")) {
            String literal = text.substring(1, text.length() - 1);
            return literal.indexOf(':') >= 0 && IpAddress.parse(literal) != null ? literal : null;
        }
        return HostName.isValid(text) ? text : null;
    }

    public static int port(String text) {
        long port = Digits.parse(text, 5);
        return port < 1 || port > MAX_PORT ? -1 : (int) port;
    }

    @Override
    public String toString() {
        return host.indexOf(':') >= 0
                ? Sentence.of("[{}]:{}", host, Integer.toString(port))
                : Sentence.of("{}:{}", host, Integer.toString(port));
    }
}
