package dev.datastack.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.datastack.cli.process.ProcessRunner;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packages = "dev.datastack.cli", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final int LINES = 250;
    /** The lock of a lab, a file of its own, the image that was saved, and the folders that a user names. */
    private static final Set<String> OF_OUR_OWN_FILES =
            Set.of("LabLock", "Bench", "Grader", "CourseGradeCommand", "CourseReportCommand");

    @ArchTest
    static final ArchRule one_class_starts_processes = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ProcessRunner.class.getName())
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ProcessBuilder.class)
            .orShould()
            .callMethod(Runtime.class, "exec", String[].class)
            .because("timeouts and full pipes are dealt with in one place");

    /** What a submission holds may lead anywhere: its files are read, written and removed with care in one place. */
    @ArchTest
    static final ArchRule only_the_sandbox_touches_the_files_of_a_foreign_project = noClasses()
            .that()
            .resideInAnyPackage("..course.grade..", "..course.lab..", "..course.check..", "..course.report..")
            .and(describe("touch no files of our own", type -> !OF_OUR_OWN_FILES.contains(outermost(type))))
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Files.class, File.class, FileChannel.class);

    @ArchTest
    static final ArchRule the_streams_are_passed_in = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(StackCli.class.getName())
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .accessField(System.class, "in")
            .orShould()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "exit", int.class);

    @ArchTest
    static final ArchRule time_is_passed_in = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule packages_do_not_go_round_in_circles =
            slices().matching("dev.datastack.cli.(**)").should().beFreeOfCycles();

    /** Whoever needs more has things that belong together: a record of them is one argument, whatever it holds. */
    @ArchTest
    static final ArchRule a_constructor_takes_five_things_at_most = constructors()
            .that()
            .areDeclaredInClassesThat()
            .areNotRecords()
            .and()
            .areDeclaredInClassesThat()
            .areNotEnums()
            .and()
            .areDeclaredInClassesThat()
            .areNotAnonymousClasses()
            .should(have(describe(
                    "five parameters at most", made -> made.getParameters().size() <= 5)));

    /** As docs/architecture/cli.md draws it. */
    @ArchTest
    static final ArchRule each_floor_stands_on_those_below = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .ensureAllClassesAreContainedInArchitecture()
            .layer("command line")
            .definedBy("dev.datastack.cli", "dev.datastack.cli.command")
            .layer("verbs")
            .definedBy(
                    verbs(
                            "up down status logs restart clean completion open credentials psql etl images explain course demo doctor backup restore upgrade engine.install"))
            .layer("shared")
            .definedBy(
                    floor(
                            "context sandbox build airflow ledger database diagnosis ports mounts identity engine page chart startup profile"))
            .layer("docker")
            .definedBy(floor("docker"))
            .layer("machine")
            .definedBy(floor("process host settings terminal problem"))
            .whereLayer("command line")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("verbs")
            .mayOnlyBeAccessedByLayers("command line")
            .whereLayer("shared")
            .mayOnlyBeAccessedByLayers("command line", "verbs")
            .whereLayer("docker")
            .mayOnlyBeAccessedByLayers("verbs", "shared");

    private static String[] floor(String packages) {
        return Stream.of(packages.split(" ")).map("dev.datastack.cli."::concat).toArray(String[]::new);
    }

    private static String[] verbs(String packages) {
        return Stream.of(floor(packages)).map(name -> name + "..").toArray(String[]::new);
    }

    /** A class and what is nested in it are one. */
    @ArchTest
    static final ArchRule classes_do_not_go_round_in_circles =
            slices().assignedFrom(new OuterClass()).should().beFreeOfCycles();

    private static final class OuterClass implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            return SliceIdentifier.of(javaClass.getPackageName(), outermost(javaClass));
        }

        @Override
        public String getDescription() {
            return "classes";
        }
    }

    @ArchTest
    static final ArchRule packages_are_named_for_what_they_are_about =
            noClasses().should().resideInAnyPackage("..util..", "..common..", "..helper..", "..impl..", "..manager..");

    private static String outermost(JavaClass type) {
        return type.getName().replaceFirst(".*\\.", "").replaceFirst("\\$.*", "");
    }

    /** Other programs are started elsewhere too: Maven, the browser, the installer. */
    @Test
    void only_the_package_docker_has_words_for_docker() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                if (!file.toString().contains("cli/docker/")) {
                    assertThat(Files.readString(file)).as(file.toString()).doesNotContain("\"docker\"", "\"compose\"");
                }
            }
        }
    }

    @Test
    void no_file_is_longer_than_250_lines() throws IOException {
        try (var files = Files.walk(Path.of("src"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(LINES);
            }
        }
    }
}
