package dev.datastack.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.datastack.cli.FakeScreen;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clone beside a folder with a bundle, which lies outside it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BuildSecretsTest {
    @TempDir
    private Path folder;

    private Path root;
    private Path bundle;
    private Path copy;
    private EnvFile env;
    private FakeScreen screen;

    @BeforeEach
    void a_clone_and_a_bundle() throws IOException {
        root = Files.createDirectory(folder.resolve("clone"));
        bundle = Files.writeString(folder.resolve("ca.crt"), "one");
        copy = root.resolve(".stack/ca.pem");
        env = new EnvFile(root.resolve(".env"));
        screen = FakeScreen.pipe();
    }

    private void ensure() {
        ensure(Map.of());
    }

    private void ensure(Map<String, String> environment) {
        new BuildSecrets(root, new Settings(environment, env), screen.terminal()).ensure();
    }

    private StackException refusal(Map<String, String> environment) {
        return catchThrowableOfType(StackException.class, () -> ensure(environment));
    }

    private void taken_in() {
        env.set("STACK_CA_BUNDLE", bundle.toString());
        ensure();
        screen = FakeScreen.pipe();
    }

    @Test
    void a_bundle_outside_the_clone_is_copied_and_env_names_the_copy_and_the_source() {
        env.set("STACK_CA_BUNDLE", bundle.toString());
        ensure();
        assertThat(copy).hasContent("one");
        assertThat(env.value("STACK_CA_BUNDLE", Map.of())).contains("./.stack/ca.pem");
        assertThat(env.value("STACK_CA_BUNDLE_SOURCE", Map.of())).contains(bundle.toString());
        assertThat(screen.out()).contains("STACK_CA_BUNDLE=./.stack/ca.pem written to .env, a copy of " + bundle);
    }

    @Test
    void the_hosts_bundle_is_taken_over_where_none_is_set() {
        ensure(Map.of("SSL_CERT_FILE", bundle.toString()));
        assertThat(copy).hasContent("one");
        assertThat(env.value("STACK_CA_BUNDLE", Map.of())).contains("./.stack/ca.pem");
        assertThat(screen.out()).contains("this machine sets SSL_CERT_FILE");
    }

    @Test
    void a_hosts_bundle_that_is_not_there_or_not_wanted_changes_nothing() {
        ensure(Map.of("SSL_CERT_FILE", folder.resolve("absent").toString()));
        ensure(Map.of("SSL_CERT_FILE", bundle.toString(), "STACK_CA_BUNDLE", ""));
        assertThat(root).isEmptyDirectory();
        assertThat(screen.out()).isEmpty();
    }

    @Test
    void a_container_of_another_user_can_read_the_certificates_and_nobody_else_mavens_settings() throws IOException {
        env.set("STACK_CA_BUNDLE", bundle.toString());
        env.set(
                "MAVEN_SETTINGS",
                Files.writeString(folder.resolve("settings.xml"), "<settings/>").toString());
        ensure();
        assertThat(mode(copy)).isEqualTo("rw-r--r--");
        assertThat(mode(root.resolve(".stack/maven-settings.xml"))).isEqualTo("rw-------");
        assertThat(env.value("MAVEN_SETTINGS", Map.of())).contains("./.stack/maven-settings.xml");
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void a_source_of_other_content_and_the_same_time_is_copied_again_into_the_same_file() throws IOException {
        taken_in();
        var time = Files.getLastModifiedTime(bundle);
        var key = Files.readAttributes(copy, "unix:ino");
        Files.writeString(bundle, "two");
        Files.setLastModifiedTime(bundle, time);
        ensure();
        assertThat(copy).hasContent("two");
        assertThat(Files.readAttributes(copy, "unix:ino")).isEqualTo(key);
        assertThat(screen.out()).contains(".stack/ca.pem copied again from " + bundle);
    }

    @Test
    void an_unchanged_source_leaves_everything_alone_and_says_nothing() throws IOException {
        taken_in();
        var before = Files.readString(root.resolve(".env"));
        ensure();
        assertThat(root.resolve(".env")).hasContent(before);
        assertThat(screen.out() + screen.err()).isEmpty();
    }

    @Test
    void a_copy_that_was_deleted_is_made_again() throws IOException {
        taken_in();
        Files.delete(copy);
        Files.delete(root.resolve(".stack"));
        ensure();
        assertThat(copy).hasContent("one");
    }

    @Test
    void a_source_that_is_gone_leaves_the_copy_in_use_and_says_so() throws IOException {
        taken_in();
        Files.delete(bundle);
        ensure();
        assertThat(copy).hasContent("one");
        assertThat(screen.err()).contains("STACK_CA_BUNDLE_SOURCE names " + bundle, "is used as it is");
    }

    @Test
    void without_the_source_and_without_the_copy_the_variable_of_the_source_is_named() throws IOException {
        taken_in();
        Files.delete(bundle);
        Files.delete(copy);
        var refusal = refusal(Map.of());
        assertThat(refusal.problem()).isEqualTo(Problem.BUILD_SECRET_UNUSABLE);
        assertThat(refusal).hasMessageContaining("STACK_CA_BUNDLE_SOURCE names " + bundle + ", which is not there");
    }

    @Test
    void another_bundle_replaces_the_first() throws IOException {
        taken_in();
        var other = Files.writeString(folder.resolve("other.crt"), "other");
        env.set("STACK_CA_BUNDLE", other.toString());
        ensure();
        assertThat(copy).hasContent("other");
        assertThat(env.value("STACK_CA_BUNDLE_SOURCE", Map.of())).contains(other.toString());
    }

    @Test
    void a_file_in_the_clone_is_used_where_it_lies_and_a_link_that_leads_out_of_it_is_not() throws IOException {
        env.set("STACK_CA_BUNDLE", "./mine.pem");
        Files.writeString(root.resolve("mine.pem"), "mine");
        ensure();
        assertThat(copy).doesNotExist();
        Files.delete(root.resolve("mine.pem"));
        Files.createSymbolicLink(root.resolve("mine.pem"), bundle);
        ensure();
        assertThat(copy).hasContent("one");
    }

    @Test
    void a_file_below_the_home_folder_is_found() {
        env.set("STACK_CA_BUNDLE", "~/ca.crt");
        ensure(Map.of("HOME", folder.toString()));
        assertThat(copy).hasContent("one");
    }

    @Test
    void a_file_that_is_not_there_stops_it() {
        env.set("MAVEN_SETTINGS", folder.resolve("absent.xml").toString());
        assertThat(refusal(Map.of()))
                .hasMessageContaining("MAVEN_SETTINGS names " + folder.resolve("absent.xml") + ", which is not there");
    }

    /** What the shell says comes before .env, so nothing written there could help. */
    @Test
    void a_variable_of_the_shell_that_names_a_file_outside_is_refused_with_the_way_to_set_it() {
        var refusal = refusal(Map.of("STACK_CA_BUNDLE", bundle.toString()));
        assertThat(refusal).hasMessageContaining("STACK_CA_BUNDLE of this shell names " + bundle);
        assertThat(refusal.next())
                .isEqualTo("unset STACK_CA_BUNDLE; echo 'STACK_CA_BUNDLE=" + bundle + "' >> .env; ./stack up");
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void a_folder_that_cannot_be_written_is_named() throws IOException {
        Files.writeString(root.resolve(".stack"), "a file where the folder should be");
        env.set("STACK_CA_BUNDLE", bundle.toString());
        assertThat(refusal(Map.of())).hasMessageContaining(bundle + " cannot be copied to .stack/ca.pem");
    }
}
