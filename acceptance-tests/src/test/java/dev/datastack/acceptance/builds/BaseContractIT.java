package dev.datastack.acceptance.builds;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.Capability;
import dev.datastack.acceptance.stack.NeedsEngine;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/** What the Dockerfiles rely on in a base. It holds for the official images and for the stand-ins, and is said of which it held. */
@NeedsEngine
class BaseContractIT {
    private static final System.Logger LOG = System.getLogger("bases");

    @ParameterizedTest
    @EnumSource
    void every_base_is_trixie_or_has_its_own_system_and_starts_as_root(Base base) {
        LOG.log(Level.INFO, "Held to its contract: {0}", base.kind());
        var facts = base.facts("""
                echo "uid=$(id -u)"
                . /etc/os-release
                echo "system=$VERSION_CODENAME"
                """);
        assertThat(facts).as(base.kind()).containsEntry("uid", "0");
        if (base != Base.JDK) {
            assertThat(facts).as(base.kind()).containsEntry("system", "trixie");
        }
    }

    @Test
    void debian_has_what_an_image_is_made_with() {
        assertThat(Base.DEBIAN.facts("""
                for name in apt-get useradd groupadd install find touch; do command -v $name >/dev/null && echo "$name=here"; done
                """))
                .as(Base.DEBIAN.kind())
                .containsOnlyKeys("apt-get", "useradd", "groupadd", "install", "find", "touch");
    }

    @Test
    void python_makes_virtual_environments_whose_packages_can_be_copied() {
        assertThat(Base.PYTHON.facts("""
                python3 -m venv --without-pip /tmp/venv
                version='import sys; print("%d.%d" % sys.version_info[:2])'
                echo "python3=$(python3 -c "$version")"
                echo "python=$(python -c "$version")"
                echo "venv=$(/tmp/venv/bin/python3 -c "$version")"
                echo "pip=$(pip --version | grep -o 'python 3.*)')"
                echo "inside=$(/tmp/venv/bin/python3 -c 'import sysconfig; print(sysconfig.get_path("purelib").startswith("/tmp/venv/"))')"
                """))
                .as(Base.PYTHON.kind())
                .isEqualTo(Map.of(
                        "python3", "3.13", "python", "3.13", "venv", "3.13", "pip", "python 3.13)", "inside", "True"));
    }

    @Test
    void the_jdk_links_runtimes_without_debug_symbols_and_packs_jars_with_a_fixed_time() {
        assertThat(Base.JDK.facts("""
                echo "home=$JAVA_HOME"
                cd /tmp
                jlink --add-modules java.base --strip-debug --output runtime
                echo "linked=$(runtime/bin/java -XshowSettings:properties -version 2>&1 | sed -n 's/.*java.specification.version = //p')"
                echo "encoding=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/.*native.encoding = //p')"
                echo text > file
                jar --create --file one.jar --date 2026-01-01T00:00:00Z file
                touch file
                jar --create --file two.jar --date 2026-01-01T00:00:00Z file
                cmp one.jar two.jar && echo "jars=equal"
                jar --extract --file one.jar --dir out
                echo "extracted=$(cat out/file)"
                """))
                .as(Base.JDK.kind())
                .isEqualTo(Map.of(
                        "home", "/opt/java/openjdk",
                        "linked", "25",
                        "encoding", "UTF-8",
                        "jars", "equal",
                        "extracted", "text"));
    }

    @Test
    void postgres_has_its_user_its_folders_and_its_signal() {
        var image = Base.POSTGRES.image();
        assertThat(image.text("/Config/StopSignal")).as(Base.POSTGRES.kind()).isEqualTo("SIGINT");
        assertThat(image.texts("/Config/Entrypoint")).containsExactly("docker-entrypoint.sh");
        assertThat(image.inspected().at("/Config/Volumes").has("/var/lib/postgresql/data"))
                .isTrue();
        assertThat(Base.POSTGRES.facts("""
                echo "user=$(id -u postgres):$(id -g postgres)"
                echo "data=$PGDATA"
                echo "major=$PG_MAJOR"
                echo "gosu=$(gosu postgres id -un)"
                echo "server=$(postgres --version | sed 's/.*(PostgreSQL) \\([0-9]*\\).*/\\1/')"
                """))
                .as(Base.POSTGRES.kind())
                .isEqualTo(Map.of(
                        "user", "999:999",
                        "data", "/var/lib/postgresql/data",
                        "major", "17",
                        "gosu", "postgres",
                        "server", "17"));
    }

    @Test
    void postgres_is_closed_to_the_network_until_its_first_scripts_have_run() throws IOException, InterruptedException {
        try (var postgres = confinedPostgres()
                .withEnv("POSTGRES_PASSWORD_FILE", "/run/secrets/password")
                .withCopyToContainer(Transferable.of("with a blank", 0644), "/run/secrets/password")
                .withCopyToContainer(Transferable.of("""
                        psql --username "$POSTGRES_USER" --dbname postgres -c 'CREATE TABLE first (open boolean)'
                        if pg_isready -q -h 127.0.0.1; then open=true; else open=false; fi
                        psql --username "$POSTGRES_USER" --dbname postgres -c "INSERT INTO first VALUES ($open)"
                        """, 0644), "/docker-entrypoint-initdb.d/first.sh")
                .waitingFor(Wait.forSuccessfulCommand("pg_isready -h 127.0.0.1"))) {
            postgres.start();
            var asked = postgres.execInContainer(
                    "env",
                    "PGPASSWORD=with a blank",
                    "psql",
                    "-h",
                    "localhost",
                    "-U",
                    "postgres",
                    "-Atc",
                    "SELECT open FROM first");
            assertThat(asked.getStdout().strip())
                    .as("%s %s", Base.POSTGRES.kind(), asked.getStderr())
                    .isEqualTo("f");
        }
    }

    @Test
    void postgres_without_a_password_ends_with_an_error() {
        var run = Base.POSTGRES.run(List.of("postgres"));
        assertThat(run.exitCode()).as(Base.POSTGRES.kind()).isEqualTo(1);
        assertThat(run.errText()).contains("POSTGRES_PASSWORD");
    }

    /** As docker-compose.yml runs it. */
    private static GenericContainer<?> confinedPostgres() {
        return new GenericContainer<>(
                        DockerImageName.parse(Base.POSTGRES.image().name()))
                .withCreateContainerCmdModifier(command -> command.withUser("999:999"))
                .withCreateContainerCmdModifier(command -> Objects.requireNonNull(command.getHostConfig())
                        .withCapDrop(Capability.ALL)
                        .withTmpFs(Map.of("/var/run/postgresql", "uid=999,gid=999,mode=0755")));
    }
}
