package dev.datastack.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.docker.HistoryEntry;
import dev.datastack.cli.explain.LayerStack.Layer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LayerStackTest {
    private static StoredImage image(String name, List<String> layers, List<Long> sizes, String... steps) {
        var history = Stream.of(steps).map(step -> new HistoryEntry(0, step)).toList();
        return new StoredImage(name, layers, sizes, history);
    }

    private static LayerStack stack(StoredImage... images) {
        return new LayerStack(List.of(images));
    }

    @Test
    void a_step_of_the_configuration_makes_no_layer_and_an_empty_folder_makes_one() {
        var stack = stack(image(
                "a",
                List.of("sha256:1", "sha256:2", "sha256:3"),
                List.of(100L, 0L, 7L),
                "",
                "ENV A=b",
                "WORKDIR /x",
                "RUN /bin/sh -c make   all # buildkit",
                "/bin/sh -c #(nop)  CMD [\"sh\"]"));
        assertThat(stack.of("a")).extracting(Layer::size).containsExactly(100L, 0L, 7L);
        assertThat(stack.of("a")).extracting(Layer::madeBy).containsExactly("", "WORKDIR /x", "RUN make all");
    }

    @Test
    void the_same_bytes_on_another_ground_are_stored_twice() {
        var stack = stack(
                image("a", List.of("sha256:1", "sha256:9"), List.of(100L, 5L)),
                image("b", List.of("sha256:1", "sha256:2", "sha256:9"), List.of(100L, 10L, 5L)));
        assertThat(stack.of("a").get(0).sharedWith()).containsExactly("b");
        assertThat(stack.of("a").get(1).sharedWith()).isEmpty();
        assertThat(stack.eachOnce()).isEqualTo(100 + 5 + 10 + 5);
    }

    /** The number was made with sha256sum: the lower layer's chain id, a blank, the upper layer's content. */
    @Test
    void a_layer_is_known_by_the_chain_id_of_the_image_specification() {
        var stack = stack(image("a", List.of("sha256:1", "sha256:9"), List.of(1L, 1L)));
        assertThat(stack.of("a"))
                .extracting(Layer::chain)
                .containsExactly("sha256:1", "sha256:1e6786a9664fb8c26e486cf2dd03378dee88d5cddb17fe7c2029d25745c2064c");
    }
}
