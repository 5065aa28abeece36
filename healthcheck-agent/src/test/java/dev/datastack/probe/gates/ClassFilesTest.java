package dev.datastack.probe.gates;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** TeaVM 0.15.0 copies a primitive array that is cloned as if each item had eight bytes, over what lies behind it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClassFilesTest {
    private static final ArchRule NO_CLONE = noClasses()
            .should()
            .accessTargetWhere(DescribedPredicate.describe("it clones an array", ClassFilesTest::clonesAnArray))
            .because("the native build would write behind its end: use Arrays.copyOf");

    private static boolean clonesAnArray(JavaAccess<?> access) {
        return access.getTarget().getName().equals("clone")
                && access.getTargetOwner().isArray();
    }

    @Test
    void no_class_of_the_agent_clones_an_array() {
        JavaClasses agent = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.datastack.probe");
        NO_CLONE.check(agent);
    }

    @Test
    void a_clone_is_found_where_it_is_planted() {
        JavaClasses planted = new ClassFileImporter().importClasses(Planted.class);
        assertThat(NO_CLONE.evaluate(planted).getFailureReport().getDetails())
                .singleElement()
                .asString()
                .contains("Planted.copy(");
    }

    /** The defect, as an agent class would have it. */
    static final class Planted {
        static int[] copy(int[] items) {
            return items.clone();
        }
    }
}
