package dev.datastack.cli.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PassphraseTest {
    /** Of {@code openssl enc -aes-256-cbc -pbkdf2 -iter 600000 -salt -pass file:FILE -base64}. */
    private static final String BY_OPENSSL = "U2FsdGVkX1+kUWQ0uu1XSH7e5j8U9wXgjd4yga1pOLFVbxC8BvRt8AEYdLJFDso8";

    @TempDir
    private Path folder;

    private Passphrase of(String text) throws IOException {
        return Passphrase.in(Files.writeString(folder.resolve("passphrase"), text + "\n"));
    }

    @Test
    void what_openssl_has_sealed_is_opened() throws IOException {
        assertThat(of("correct horse battery").open(Base64.getDecoder().decode(BY_OPENSSL)))
                .hasValueSatisfying(opened -> assertThat(opened).asString(UTF_8).isEqualTo("written by openssl"));
    }

    @Test
    void the_same_content_is_sealed_in_another_way_each_time() throws IOException {
        var passphrase = of("correct horse battery");
        var content = "something".getBytes(UTF_8);
        var one = passphrase.seal(content, new SecureRandom());
        assertThat(passphrase.seal(content, new SecureRandom())).isNotEqualTo(one);
        assertThat(passphrase.open(one))
                .hasValueSatisfying(opened -> assertThat(opened).isEqualTo(content));
    }

    @Test
    void what_is_cut_short_or_no_sealed_content_is_not_opened() throws IOException {
        var passphrase = of("correct horse battery");
        var sealed = passphrase.seal("something longer than one block".getBytes(UTF_8), new SecureRandom());
        assertThat(passphrase.open(java.util.Arrays.copyOf(sealed, sealed.length - 1)))
                .isEmpty();
        assertThat(passphrase.open("Salted".getBytes(UTF_8))).isEmpty();
        assertThat(passphrase.open("no such thing at all".getBytes(UTF_8))).isEmpty();
    }
}
