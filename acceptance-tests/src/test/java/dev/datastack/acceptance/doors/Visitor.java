package dev.datastack.acceptance.doors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Asks a page once, without a cookie, under whatever name; Java's own client lets nobody choose the name. */
record Visitor(int port) {
    Answer asks(String host, String path) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            var request = "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(path, host);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new Answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException("no answer from port " + port, e);
        }
    }

    /** As it came. */
    record Answer(String text) {
        int status() {
            return Integer.parseInt(text.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
        }

        /** Names in small letters. */
        String headers() {
            return text.substring(0, text.indexOf("\r\n\r\n")).toLowerCase(Locale.ROOT);
        }
    }
}
