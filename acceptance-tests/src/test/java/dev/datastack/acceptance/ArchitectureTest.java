package dev.datastack.acceptance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.datastack.acceptance")
class ArchitectureTest {
    @ArchTest
    static final ArchRule topics_know_the_stack_and_not_each_other =
            slices().matching("dev.datastack.acceptance.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_stack_knows_no_topic = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("topics")
            .definedBy(
                    "..builds..",
                    "..loading..",
                    "..browser..",
                    "..confinement..",
                    "..lifecycle..",
                    "..repository..",
                    "..documents..",
                    "..health..",
                    "..images..")
            .layer("stack")
            .definedBy("..acceptance.stack..")
            .whereLayer("topics")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule one_class_runs_commands = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.datastack.acceptance.stack.Shell")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("dev.datastack.cli.process.ProcessRunner")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.ProcessBuilder");
}
