package dev.datastack.cli.doctor.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SecretTest {
    private static final Pattern COMMAND = Pattern.compile("(?m)^(folder|new|same) (\\S+) ?(\\S*)");

    /** The script is the authority; the list says the same, and which services read a file. */
    @Test
    void the_list_is_what_the_script_makes() throws IOException {
        var script =
                Path.of(Objects.requireNonNull(System.getProperty("stack.root")), "docker/postgres/fill-secrets.sh");
        var made = new ArrayList<String>();
        var folder = "";
        var owner = "";
        for (var command : COMMAND.matcher(Files.readString(script)).results().toList()) {
            if (command.group(1).equals("folder")) {
                folder = command.group(2);
                owner = command.group(3).replaceFirst(":.*", "");
            } else {
                var source = command.group(1).equals("same") ? command.group(3) : "";
                made.add(folder + "/" + command.group(2) + " " + owner + " " + source);
            }
        }
        assertThat(Secret.ALL)
                .extracting(secret -> secret.path() + " " + secret.owner() + " "
                        + secret.source().orElse(""))
                .containsExactlyElementsOf(made);
    }

    @Test
    void a_lost_key_is_looked_for_in_a_backup_before_a_new_one_is_accepted() {
        assertThat(Secret.ALL)
                .filteredOn(secret -> secret.making().contains("AIRFLOW_ACCEPT_NEW_FERNET_KEY=true ./stack up"))
                .singleElement()
                .satisfies(key -> assertThat(key.path()).isEqualTo("airflow/fernet-key"))
                .satisfies(key -> assertThat(key.making()).startsWith("./stack restore FILE"));
    }
}
