package dev.datastack.probe;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packages = "dev.datastack.probe", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final int LINES = 250;

    @ArchTest
    static final ArchRule the_agent_needs_java_and_nothing_else = classes()
            .that()
            .resideOutsideOfPackage("..posix..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.datastack.probe..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule only_the_native_build_knows_the_c_library = classes()
            .that()
            .resideInAPackage("..posix..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.datastack.probe..", "java..", "org.jspecify..", "org.teavm.interop..");

    @ArchTest
    static final ArchRule what_both_builds_share_knows_neither = noClasses()
            .that()
            .resideOutsideOfPackages("..posix..", "..jvm..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..posix..", "..jvm..", "java.net..", "java.nio..", "java.io..");

    @ArchTest
    static final ArchRule packages_do_not_go_round_in_circles =
            slices().matching("dev.datastack.probe.(*)..").should().beFreeOfCycles();

    @Test
    void no_file_is_longer_than_250_lines() throws IOException {
        try (var files = Files.walk(Path.of("src"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(LINES);
            }
        }
    }
}
