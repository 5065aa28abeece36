package dev.datastack.etl;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The house rules. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@AnalyzeClasses(packages = "dev.datastack.etl", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final int MOST_LINES = 250;
    private static final String MAIN = EtlApplication.class.getName();

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("dev.datastack.etl.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule PACKAGES_ARE_NAMED_AFTER_WHAT_THEY_ARE_ABOUT = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..common..", "..helper..", "..impl..", "..manager..", "..service..");

    @ArchTest
    static final ArchRule PACKAGES_SAY_THAT_NOTHING_IS_NULL = classes()
            .should()
            .beAnnotatedWith(NullMarked.class)
            .orShould(com.tngtech.archunit.lang.conditions.ArchConditions.be(inMarkedPackage()));

    @ArchTest
    static final ArchRule DATASETS_KNOW_NEITHER_FILES_NOR_DATABASES = noClasses()
            .that()
            .resideInAPackage("..dataset..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "java.nio.file..", "org.postgresql..", "org.springframework..");

    @ArchTest
    static final ArchRule TIME_IS_PASSED_IN = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(MAIN)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule ONLY_MAIN_PRINTS_AND_EXITS = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(MAIN)
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(System.class, "exit", int.class);

    @Test
    void no_file_is_longer_than_a_reader_wants() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            List<Path> tooLong = files.filter(file ->
                            file.toString().endsWith(".java") || file.toString().endsWith(".sql"))
                    .filter(file -> lines(file) > MOST_LINES)
                    .toList();
            assertThat(tooLong).isEmpty();
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DescribedPredicate<JavaClass> inMarkedPackage() {
        return DescribedPredicate.describe(
                "in a @NullMarked package", type -> type.getPackage().isAnnotatedWith(NullMarked.class));
    }
}
