package dev.datastack.cli.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.FakeScreen;
import dev.datastack.cli.docker.Docker;
import dev.datastack.cli.settings.EnvFile;
import dev.datastack.cli.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OwnershipTest {
    private static final String CONTAINERS = "docker ps --all --filter label=com.docker.compose.project=";
    private static final String VOLUMES = "docker volume ls --filter label=com.docker.compose.project=";

    private final FakeRunner engine = new FakeRunner().says(CONTAINERS, "").says(VOLUMES, "");

    @TempDir
    private Path place;

    @SuppressWarnings("NullAway.Init")
    private Path here;

    @SuppressWarnings("NullAway.Init")
    private Path other;

    @BeforeEach
    void two_folders_of_one_name() throws IOException {
        here = Files.createDirectories(place.resolve("b/kit"));
        other = Files.createDirectories(place.resolve("a/kit"));
    }

    private Settings settings() {
        return new Settings(Map.of(), new EnvFile(here.resolve(".env")));
    }

    private Ownership ownership() {
        return new Ownership(new Docker(engine), settings(), here);
    }

    private void containersOf(Path folder) {
        engine.says(CONTAINERS + "kit ", folder + "\n" + folder);
    }

    private void volumesOf(String... folders) {
        engine.says(VOLUMES + "kit ", String.join("\n", folders) + "\n");
    }

    private Stranger stranger() {
        return catchThrowableOfType(Stranger.class, () -> ownership().require("kit"));
    }

    private void isOurs() {
        assertThatCode(() -> ownership().require("kit")).doesNotThrowAnyException();
    }

    @Test
    void nothing_there_is_nobodys() {
        isOurs();
    }

    @Test
    void containers_of_this_folder_are_ours_and_volumes_are_not_asked_about() {
        containersOf(here);
        isOurs();
        assertThat(engine.calls()).singleElement().asString().startsWith("docker ps");
    }

    @Test
    void a_folder_is_known_by_itself_not_by_its_name() throws IOException {
        containersOf(Files.createSymbolicLink(place.resolve("link"), here));
        isOurs();
    }

    @Test
    void containers_of_another_folder_are_refused_with_its_name_and_a_free_name() {
        containersOf(other);
        engine.says(VOLUMES + "kit-2 ", "\n");
        assertThat(stranger())
                .hasMessageContaining("containers of the project kit belong to " + other + ". Nothing was touched.")
                .extracting(Stranger::next)
                .asString()
                .endsWith("'./stack up --name kit-3'");
    }

    @Test
    void volumes_that_another_clone_made_and_keeps_are_refused() {
        volumesOf("", other.toString());
        assertThat(stranger()).hasMessageContaining("volumes of the project kit belong to " + other);
    }

    @Test
    void volumes_that_this_clone_made_are_ours_with_those_beside_them() {
        volumesOf("", here.toString());
        isOurs();
    }

    @Test
    void volumes_that_bare_compose_made_are_ours_only_when_this_clone_says_so() {
        volumesOf("", "");
        assertThat(stranger()).hasMessageContaining("have no label with the folder they were created from");
        settings().keep("COMPOSE_PROJECT_NAME", "kit");
        isOurs();
    }

    @Test
    void a_clone_that_was_moved_says_so_and_goes_on() throws IOException {
        Files.delete(other);
        containersOf(other);
        assertThat(stranger()).hasMessageContaining("which no longer exists");
        assertThat(stranger().next()).contains("moved from there, './stack up --name kit'", "--name kit-2");
        settings().keep("COMPOSE_PROJECT_NAME", "kit");
        isOurs();
    }

    @Test
    void what_a_living_folder_has_cannot_be_claimed() {
        containersOf(other);
        settings().keep("COMPOSE_PROJECT_NAME", "kit");
        assertThat(stranger()).isNotNull();
    }

    @Test
    void a_start_makes_the_volumes_that_are_missing_with_this_folder() throws IOException {
        engine.says(VOLUMES + "kit --format {{.Label `com.docker.compose.volume`}}", "data\n")
                .says("docker volume create", "");
        volumesOf(here.toString());
        engine.says(VOLUMES + "kit --format {{.Label `com.docker.compose.volume`}}", "data\n");
        ownership().reserve("kit", Map.of("data", "kit_data", "logs", "kit_logs"));
        assertThat(engine.calls())
                .filteredOn(call -> call.startsWith("docker volume create"))
                .containsExactly("docker volume create --label com.docker.compose.project=kit"
                        + " --label com.docker.compose.volume=logs --label dev.datastack.folder=" + here.toRealPath()
                        + " kit_logs");
    }

    @Test
    void a_clone_that_was_quicker_is_seen() {
        engine.says("docker volume create", "");
        volumesOf(other.toString());
        assertThatThrownBy(() -> ownership().reserve("kit", Map.of("data", "kit_data")))
                .isInstanceOf(Stranger.class);
    }

    private CloneName name(FakeScreen screen, Path folder) {
        var settings = new Settings(Map.of(), new EnvFile(folder.resolve(".env")));
        return new CloneName(new Ownership(new Docker(engine), settings, folder), settings, screen.terminal(), folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u65e5\u672c", "+++", "...", "_-_"})
    void a_folder_that_gives_no_name_gets_one_at_once(String name) throws IOException {
        var folder = Files.createDirectory(place.resolve(name));
        engine.says(CONTAINERS + "local-data-stack ", "/elsewhere");
        var screen = FakeScreen.pipe();
        name(screen, folder).ensure();
        assertThat(folder.resolve(".env")).hasContent("COMPOSE_PROJECT_NAME=local-data-stack-2\n");
        assertThat(screen.err()).contains("COMPOSE_PROJECT_NAME=local-data-stack-2 was written to .env");
        assertThat(screen.out()).isEmpty();
    }

    @Test
    void a_folder_that_gives_a_name_is_left_alone() {
        name(FakeScreen.pipe(), here).ensure();
        assertThat(here.resolve(".env")).doesNotExist();
        assertThat(engine.calls()).isEmpty();
    }

    @Test
    void whoever_sits_here_is_asked_for_another_name() {
        containersOf(other);
        var screen = FakeScreen.personWhoSays("yes");
        name(screen, here).settle(stranger(), false);
        assertThat(here.resolve(".env")).hasContent("COMPOSE_PROJECT_NAME=kit-2\n");
        assertThat(screen.out()).contains("Call this clone's project kit-2 from now on? [y/N]");
    }

    @Test
    void yes_takes_another_name_and_claims_nothing() {
        containersOf(other);
        name(FakeScreen.pipe(), here).settle(stranger(), true);
        assertThat(here.resolve(".env")).hasContent("COMPOSE_PROJECT_NAME=kit-2\n");
        engine.says(CONTAINERS + "kit-2", "").says(CONTAINERS + "kit ", "");
        volumesOf("");
        var unknown = stranger();
        assertThatThrownBy(() -> name(FakeScreen.pipe(), here).settle(unknown, true))
                .isSameAs(unknown);
    }

    @Test
    void whoever_sits_here_may_claim_what_is_nobodys() {
        volumesOf("");
        name(FakeScreen.personWhoSays("yes"), here).settle(stranger(), false);
        assertThat(here.resolve(".env")).hasContent("COMPOSE_PROJECT_NAME=kit\n");
    }

    @Test
    void without_an_answer_nothing_is_written() {
        containersOf(other);
        var stranger = stranger();
        assertThatThrownBy(() -> name(FakeScreen.pipe(), here).settle(stranger, false))
                .isSameAs(stranger);
        assertThat(here.resolve(".env")).doesNotExist();
    }
}
