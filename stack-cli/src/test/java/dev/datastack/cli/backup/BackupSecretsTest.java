package dev.datastack.cli.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.SavedTar;
import dev.datastack.cli.command.Cli;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code backup --with-secrets} and {@code restore --with-secrets}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BackupSecretsTest {
    @TempDir
    private Path root;

    private Cli cli;
    private FakeDatabases databases;
    private Path file;

    @BeforeEach
    void a_server() {
        file = root.resolve("monday.tar");
        databases = FakeDatabases.in(root);
        cli = databases.cli();
    }

    private void backedUp() {
        assertThat(cli.run("backup", file.toString())).as(cli.err()).isZero();
    }

    private Path passphrase(String text) throws IOException {
        var secret = root.resolve("passphrase.txt");
        Files.writeString(secret, text + "\n");
        return secret;
    }

    private void backedUpWithSecrets() throws IOException {
        cli.docker.pours("secrets save /secrets", call -> SavedTar.layer("postgres/postgres-password", "swordfish"));
        var secret = passphrase("correct horse battery").toString();
        assertThat(cli.run("backup", file.toString(), "--with-secrets", secret))
                .as(cli.err())
                .isZero();
    }

    @Test
    void secrets_travel_only_when_asked_and_cannot_be_read_in_the_file() throws IOException {
        backedUp();
        assertThat(new BackupReader(file).wholeManifest().hasSecrets()).isFalse();
        Files.delete(file);
        backedUpWithSecrets();
        assertThat(new BackupReader(file).wholeManifest().hasSecrets()).isTrue();
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("swordfish");
    }

    @Test
    void secrets_are_put_back_before_the_services_start() throws IOException {
        cli.docker.says("secrets restore /secrets", "").says("plain restart postgres", "");
        backedUpWithSecrets();
        var secret = root.resolve("passphrase.txt").toString();
        assertThat(cli.run("restore", file.toString(), "--force", "--with-secrets", secret))
                .as(cli.err())
                .isZero();
        assertThat(cli.docker.fed("secrets restore /secrets"))
                .asString(StandardCharsets.ISO_8859_1)
                .contains("swordfish");
        assertThat(databases.call("swap.sql")).isLessThan(databases.call("secrets restore /secrets"));
        assertThat(databases.call("secrets restore /secrets")).isLessThan(databases.call("plain restart postgres"));
        assertThat(databases.call("plain restart postgres")).isLessThan(databases.call("--wait postgres"));
        assertThat(databases.call("--wait postgres")).isLessThan(databases.call("never start"));
    }

    @Test
    void without_the_option_the_secrets_of_this_stack_stay() throws IOException {
        backedUpWithSecrets();
        assertThat(cli.run("restore", file.toString(), "--force")).as(cli.err()).isZero();
        assertThat(cli.docker.calls()).noneMatch(call -> call.contains("secrets restore /secrets"));
        assertThat(cli.out()).contains("the secrets in it are not restored");
    }

    @Test
    void another_passphrase_is_refused_before_anything_changes() throws IOException {
        backedUpWithSecrets();
        var other = passphrase("correct horse staple").toString();
        assertThat(cli.run("restore", file.toString(), "--force", "--with-secrets", other))
                .isEqualTo(1);
        assertThat(cli.err()).contains("The backup was refused", "not the passphrase");
        assertThat(cli.docker.calls()).noneMatch(call -> call.contains("swap.sql") || call.contains(" stop "));
    }

    @Test
    void secrets_that_a_backup_does_not_have_are_told() throws IOException {
        backedUp();
        var secret = passphrase("correct horse battery").toString();
        assertThat(cli.run("restore", file.toString(), "--force", "--with-secrets", secret))
                .isEqualTo(1);
        assertThat(cli.err()).contains("it has no secrets");
    }

    @Test
    void a_passphrase_that_is_short_or_not_there_is_refused() throws IOException {
        var secret = passphrase("short").toString();
        assertThat(cli.run("backup", file.toString(), "--with-secrets", secret)).isEqualTo(1);
        assertThat(cli.err()).contains("The passphrase cannot be used", "5 characters", "openssl rand");
        assertThat(cli.run("backup", file.toString(), "--with-secrets", "nowhere.txt"))
                .isEqualTo(1);
        assertThat(cli.err()).contains("nowhere.txt: there is no such file");
    }

    /** Each of them OpenSSL would read in another way, or not at all. */
    @Test
    void a_passphrase_in_a_folder_in_utf_16_with_a_windows_line_end_or_on_an_endless_line_is_refused()
            throws IOException {
        var secret = file.resolveSibling("secret.txt");
        var contents = Map.of(
                "not text in UTF-8", "correct horse battery".getBytes(StandardCharsets.UTF_16),
                "ends as in Windows", "correct horse battery\r\n".getBytes(StandardCharsets.UTF_8),
                "256 characters; a passphrase has 12 to 255", "x".repeat(256).getBytes(StandardCharsets.UTF_8));
        for (var content : contents.entrySet()) {
            Files.write(secret, content.getValue());
            assertThat(cli.run("backup", file.toString(), "--with-secrets", secret.toString()))
                    .isEqualTo(1);
            assertThat(cli.err()).contains("The passphrase cannot be used", content.getKey());
        }
        for (var folder : List.of(root.toString(), "")) {
            assertThat(cli.run("backup", file.toString(), "--with-secrets", folder))
                    .isEqualTo(1);
            assertThat(cli.err()).contains("it is a folder");
        }
        assertThat(file).doesNotExist();
    }
}
