package dev.datastack.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.docker.HistoryEntry;
import dev.datastack.cli.docker.ImageDetail;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LayerStackTest {
    private final LayerStack stack = new LayerStack();

    private void image(String name, List<String> layers, HistoryEntry... history) {
        stack.add(name, new ImageDetail("", List.of(name), 0, "", "", layers, Map.of()), List.of(history));
    }

    private static HistoryEntry step(long size, String text) {
        return new HistoryEntry(size, text);
    }

    @Test
    void a_step_of_the_configuration_makes_no_layer_and_an_empty_folder_makes_one() {
        image(
                "a",
                List.of("sha256:1", "sha256:2", "sha256:3"),
                step(100, ""),
                step(0, "ENV A=b"),
                step(0, "WORKDIR /x"),
                step(7, "RUN /bin/sh -c make   all # buildkit"),
                step(0, "/bin/sh -c #(nop)  CMD [\"sh\"]"));
        assertThat(stack.of("a")).extracting(Layer::size).containsExactly(100L, 0L, 7L);
        assertThat(stack.of("a").get(2).madeBy()).isEqualTo("RUN make all");
    }

    @Test
    void the_same_bytes_on_another_ground_are_stored_twice() {
        image("a", List.of("sha256:1", "sha256:9"), step(100, ""), step(5, "COPY x /"));
        image("b", List.of("sha256:1", "sha256:2", "sha256:9"), step(100, ""), step(10, "RUN y"), step(5, "COPY x /"));
        assertThat(stack.of("a").get(0).sharedWith()).containsExactly("b");
        assertThat(stack.of("a").get(1).sharedWith()).isEmpty();
        assertThat(stack.onDisk()).isEqualTo(100 + 5 + 10 + 5);
    }

    /** The number was made with sha256sum: the lower layer's chain id, a blank, the upper layer's content. */
    @Test
    void a_layer_is_known_by_the_chain_id_of_the_image_specification() {
        image("a", List.of("sha256:1", "sha256:9"), step(1, ""), step(1, ""));
        assertThat(stack.of("a"))
                .extracting(Layer::chain)
                .containsExactly("sha256:1", "sha256:1e6786a9664fb8c26e486cf2dd03378dee88d5cddb17fe7c2029d25745c2064c");
    }
}
