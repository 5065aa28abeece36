package dev.datastack.cli.course.drill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DrillsTest {
    @Test
    void each_of_the_nine_has_words_and_a_fault() {
        assertThat(Drills.all()).hasSize(9).allSatisfy(drill -> {
            assertThat(drill.symptom()).matches(".*[.?]");
            assertThat(drill.hints()).hasSize(3);
            assertThat(drill.services()).isNotEmpty();
            assertThat(Drills.fault(drill)).isNotNull();
        });
    }
}
