package dev.datastack.etl.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ByteKeysTest {

    @Test
    void it_answers_as_a_map_of_texts_does() throws Exception {
        ByteKeys keys = new ByteKeys(new MemoryBudget(64L << 20));
        Map<String, Long> map = new HashMap<>();
        Random random = new Random(20130101);
        for (long i = 0; i < 100_000; i++) {
            String key = "k".repeat(random.nextInt(3)) + random.nextInt(40_000);
            byte[] bytes = (".." + key + "...").getBytes(StandardCharsets.UTF_8);
            Long before = map.putIfAbsent(key, i);
            assertThat(keys.contains(bytes, 2, bytes.length - 5)).isEqualTo(before != null);
            assertThat(keys.putIfAbsent(bytes, 2, bytes.length - 5, i))
                    .isEqualTo(before == null ? ByteKeys.NEW : before);
        }
        List<String> texts = new ArrayList<>();
        keys.forEach((bytes, from, length) -> texts.add(new String(bytes, from, length, StandardCharsets.UTF_8)));
        assertThat(texts).hasSize(keys.size()).hasSize(map.size());
        assertThat(new HashSet<>(texts)).isEqualTo(map.keySet());
    }

    @Test
    void a_key_may_be_empty_and_keys_of_one_hash_are_told_apart() throws Exception {
        ByteKeys keys = new ByteKeys(new MemoryBudget(64L << 20));
        assertThat(keys.putIfAbsent(new byte[0], 0, 0, 7)).isEqualTo(ByteKeys.NEW);
        assertThat(keys.putIfAbsent(new byte[] {0}, 0, 1, 8)).isEqualTo(ByteKeys.NEW);
        assertThat(keys.putIfAbsent(new byte[] {0, 0}, 0, 2, 9)).isEqualTo(ByteKeys.NEW);
        assertThat(keys.putIfAbsent(new byte[0], 0, 0, 10)).isEqualTo(7);
    }
}
