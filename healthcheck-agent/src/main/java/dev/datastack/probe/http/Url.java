package dev.datastack.probe.http;

import dev.datastack.probe.naming.HostPort;
import dev.datastack.probe.text.Ascii;
import dev.datastack.probe.text.Sentence;
import org.jspecify.annotations.Nullable;

/** An {@code http://} address: whom to call, what to write in the Host header, and which page. */
public record Url(HostPort target, String authority, String page) {
    private static final String SCHEME = "http://";
    private static final int HTTP_PORT = 80;

    /** Returns null when the text is no such address. */
    public static @Nullable Url parse(String text) {
        if (!Ascii.startsWith(text, SCHEME)) {
            return null;
        }
        int start = SCHEME.length();
        int end = start;
        while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String authority = text.substring(start, end);
        HostPort target = target(authority);
        String page = page(text.substring(end));
        return target == null || page == null ? null : new Url(target, authority, page);
    }

    private static @Nullable HostPort target(String authority) {
        boolean hasPort = authority.lastIndexOf(':') > authority.lastIndexOf(']');
        if (hasPort) {
            return HostPort.parse(authority);
        }
        String host = HostPort.host(authority);
        return host == null ? null : new HostPort(host, HTTP_PORT);
    }

    private static @Nullable String page(String rest) {
        int fragment = rest.indexOf('#');
        String page = fragment < 0 ? rest : rest.substring(0, fragment);
        for (int i = 0; i < page.length(); i++) {
            if (page.charAt(i) <= ' ' || page.charAt(i) >= 127) {
                return null;
            }
        }
        return page.startsWith("/") ? page : Sentence.of("/{}", page);
    }

    @Override
    public String toString() {
        return SCHEME + authority + page;
    }
}
