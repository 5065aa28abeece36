package dev.datastack.cli.doctor.running;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A file of the volume as it is: bytes, the part of its mode that counts, and the start of a hash of its content. */
record SecretFile(String path, int owner, String mode, long size, Instant changed, String fingerprint) {
    /** Run in the volume's folder: one line for each file. The content itself is never printed. */
    static final List<String> COMMAND = List.of(
            "sh",
            "-c",
            "for file in */*; do printf '%s %s\\n' \"$(stat -c '%n %u %a %s %Y' \"$file\")\""
                    + " \"$(sha256sum \"$file\" | cut -c1-8)\"; done");

    private static final int FIELDS = 6;

    static Map<String, SecretFile> parse(List<String> lines) {
        return lines.stream()
                .map(line -> line.split(" ", -1))
                .filter(fields -> fields.length == FIELDS)
                .map(fields -> new SecretFile(
                        fields[0],
                        Integer.parseInt(fields[1]),
                        fields[2],
                        Long.parseLong(fields[3]),
                        Instant.ofEpochSecond(Long.parseLong(fields[4])),
                        fields[5]))
                .collect(Collectors.toMap(SecretFile::path, Function.identity()));
    }

    boolean isReadableBy(int user) {
        return owner == user && mode.matches("[4-7]..");
    }
}
