package dev.datastack.acceptance.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.RunningStack;
import dev.datastack.acceptance.stack.Shell;
import dev.datastack.acceptance.stack.StackCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What is in the images, and what the images say of themselves. */
@NeedsEngine
class SupplyChainIT {
    @Test
    void every_package_of_every_image_is_in_its_bill(RunningStack stack, @TempDir Path folder) throws IOException {
        var shell = stack.healthy().shell().within(Duration.ofMinutes(10));
        var finished = StackCommand.run(shell, "images", "sbom", folder.toString());
        assertThat(finished.well()).as(Shell.told(finished)).isTrue();
        for (var image : BuiltImages.of(stack.healthy()).withShell()) {
            var name = image.replaceFirst(".*/", "").replaceFirst(":.*", "");
            var debian = shell.output(
                    Shell.words("docker run --rm --network none --entrypoint dpkg-query " + image + " -W -f", ".\\n"));
            assertThat(purls(folder, name, "pkg:deb/debian/")).as(image).hasSize((int)
                    debian.lines().count());
        }
        assertThat(purls(folder, "airflow", "pkg:pypi/"))
                .contains("pkg:pypi/apache-airflow@" + locked("airflow", "apache-airflow"));
        assertThat(purls(folder, "pgadmin", "pkg:pypi/"))
                .contains("pkg:pypi/pgadmin4@" + locked("pgadmin", "pgadmin4"));
        assertThat(purls(folder, "etl-service", "pkg:maven/"))
                .contains("pkg:maven/org.springframework.boot/spring-boot@" + springBoot() + "?type=jar");
        assertThat(Files.readString(folder.resolve("licences.tsv")).lines())
                .allMatch(line -> line.matches("[^\\t]+\\t[^\\t]+\\t[^\\t]+"));
    }

    private static List<String> purls(Path folder, String name, String kind) {
        return JsonMapper.shared()
                .readTree(folder.resolve(name + ".cdx.json"))
                .path("components")
                .findValuesAsString("purl")
                .stream()
                .filter(purl -> purl.startsWith(kind))
                .toList();
    }

    private static String locked(String image, String name) {
        return version("docker/" + image + "/requirements.txt", "(?m)^" + name + "==([^ ]+)");
    }

    private static String springBoot() {
        return version("pom.xml", "<spring-boot.version>(.*)</spring-boot.version>");
    }

    private static String version(String file, String pattern) {
        var matcher = Pattern.compile(pattern)
                .matcher(Repository.read(Repository.root().resolve(file)));
        assertThat(matcher.find()).as(file).isTrue();
        return matcher.group(1);
    }

    @Test
    void every_image_says_what_it_is_in_the_labels_of_the_oci(RunningStack stack) {
        var images = BuiltImages.of(stack.healthy());
        assertThat(images.inspected()).allSatisfy((name, image) -> {
            for (var label : List.of("title", "description", "version", "licenses")) {
                assertThat(image.at("/Config/Labels")
                                .path("org.opencontainers.image." + label)
                                .asString(""))
                        .as(name + " " + label)
                        .isNotBlank();
            }
        });
    }
}
