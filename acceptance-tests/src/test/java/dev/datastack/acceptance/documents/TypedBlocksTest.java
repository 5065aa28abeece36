package dev.datastack.acceptance.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TypedBlocksTest {
    private final TypedBlocks page = TypedBlocks.of("acceptance-tests/src/test/resources/documents/typed.md");

    @Test
    void a_block_has_values_in_place_of_its_placeholders() {
        assertThat(page.with("delete", Map.of("POD", "etl-1"))).isEqualTo("delete etl-1 # PODS\n");
    }

    @Test
    void words_of_no_block_and_of_two_are_refused() {
        assertThatThrownBy(() -> page.with("apply", Map.of())).hasMessageContaining("'apply'");
        assertThatThrownBy(() -> page.with("POD", Map.of())).hasMessageContaining("delete POD", "get POD");
    }

    @Test
    void what_was_not_typed_is_missing() {
        page.with("delete", Map.of());
        assertThat(page.missing(TypedBlocksTest.class))
                .singleElement()
                .asString()
                .contains("get POD");
        page.with("get", Map.of());
        assertThat(page.missing(TypedBlocksTest.class)).isEmpty();
    }
}
