package dev.datastack.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.cli.docker.CacheRecord;
import dev.datastack.cli.docker.Dockerfile;
import dev.datastack.cli.docker.HistoryEntry;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The descriptions are as BuildKit writes them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StageReaderTest {
    private static final Dockerfile TOOLS = Dockerfile.parse("""
            FROM base AS tools
            WORKDIR /build
            COPY build.txt .
            RUN --mount=type=secret,id=ca,required=false \\
                pip install  -r build.txt
            RUN ["java", "-jar", "x.jar"]
            FROM base
            COPY --link --from=tools /opt/venv /opt/venv
            """, Map.of());
    private static final List<HistoryEntry> HISTORY =
            List.of(new HistoryEntry(80, ""), new HistoryEntry(60, "COPY /opt/venv /opt/venv # buildkit"));
    private static final CacheRecord PIP =
            record("mount / from exec /bin/sh -c pip install  -r build.txt", 100, "2026-01-02 10:00:00");
    private static final CacheRecord JAVA = record("mount / from exec java -jar x.jar", 10, "2026-01-02 10:00:00");

    private static CacheRecord record(String description, long size, String used) {
        return new CacheRecord(description, size + "B", used);
    }

    private static StageCost tools(CacheRecord... cache) {
        return new StageReader(List.of(cache)).read(TOOLS, "", HISTORY).get(0);
    }

    @Test
    void what_a_stage_wrote_less_what_the_image_took_was_left_behind() {
        var cost = tools(PIP, JAVA, record("[tools 3/5] COPY build.txt .", 1, "2026-01-02 10:00:00"));
        assertThat(cost).isEqualTo(new StageCost("tools", OptionalLong.of(111), 60));
        assertThat(cost.left()).hasValue(51);
    }

    @Test
    void of_the_same_step_on_other_input_the_last_one_counts() {
        var older = record(PIP.description(), 5000, "2026-01-01 10:00:00");
        assertThat(tools(older, PIP, JAVA).written()).hasValue(110);
    }

    @Test
    void the_cache_folder_of_a_mount_is_no_part_of_the_stage() {
        var mount =
                record("cached mount /root/.cache from exec /bin/sh -c pip install  -r build.txt", 900, "2026-01-03");
        assertThat(tools(mount, PIP, JAVA).written()).hasValue(110);
    }

    @Test
    void a_stage_is_unknown_when_one_of_its_commands_is_in_the_cache_no_more() {
        assertThat(tools(PIP).written()).isEmpty();
        assertThat(tools(PIP).left()).isEmpty();
    }
}
