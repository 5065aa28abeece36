package dev.datastack.probe.gates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.probe.contract.NativeBinary;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A plus sign between strings, a {@code String.format}, an enum: each brings kilobytes of class library along. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SizeIT {
    private static final long LIMIT = 250_000;

    @Test
    void the_binary_stays_small() throws IOException {
        assertThat(Files.size(NativeBinary.path(""))).isLessThanOrEqualTo(LIMIT);
    }
}
