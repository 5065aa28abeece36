package dev.datastack.cli.course.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StagesJudgeTest {
    private static final LayerNotes PROGRAM = new LayerNotes(400, true, List.of(), Optional.empty());
    private static final LayerNotes MARK = new LayerNotes(0, false, List.of(), Optional.empty());

    /** A builder with its steps, and an image with steps of its own. */
    private static Optional<String> fault(List<String> builder, List<String> image, LayerNotes taken) {
        var log = new ArrayList<String>();
        for (int i = 0; i < builder.size(); i++) {
            log.add("#1 [builder " + (i + 2) + "/9] " + builder.get(i));
        }
        for (int i = 0; i < image.size(); i++) {
            log.add("#1 [stage-1 " + (i + 2) + "/9] " + image.get(i));
        }
        var stages = Stages.of(
                new BuildFile("FROM python AS builder\nFROM python\n", java.util.Map.of(), java.util.Set.of()), log);
        var made = stages.takings().stream()
                .map(step -> new ImageReading.Made(step, taken))
                .toList();
        return StagesJudge.fault(stages, new ImageReading(made));
    }

    @Test
    void one_file_that_a_program_is_may_be_all_that_is_handed_over() {
        assertThat(fault(
                        List.of("COPY page.py /src/", "RUN python3 -m compileall -q /src"),
                        List.of("COPY --from=builder /src/page.py /page.py"),
                        PROGRAM))
                .isEmpty();
    }

    @Test
    void an_installation_that_is_handed_over_is_what_is_asked_for() {
        assertThat(fault(
                        List.of(
                                "RUN apt-get install -y gcc && python -m venv /opt/venv && /opt/venv/bin/pip install x"),
                        List.of(
                                "RUN apt-get update && apt-get install -y libpq5",
                                "COPY --from=builder /opt/venv /opt/venv"),
                        PROGRAM))
                .isEmpty();
    }

    @Test
    void wheels_of_an_earlier_stage_may_be_unpacked_in_the_last_one() {
        assertThat(fault(
                        List.of("RUN pip wheel -r requirements.txt -w /wheels"),
                        List.of("COPY --from=builder /wheels /wheels", "RUN pip install --no-cache-dir /wheels/*"),
                        PROGRAM))
                .isEmpty();
    }

    @Test
    void a_stage_that_only_touches_a_file_builds_nothing() {
        assertThat(fault(
                        List.of("RUN mkdir -p /out && touch /out/ok"),
                        List.of("COPY --from=builder /out/ok /ok", "COPY . /app"),
                        MARK))
                .contains("takes files from a stage that builds nothing");
    }

    @Test
    void a_mark_is_nothing_that_a_program_could_use_even_when_the_stage_was_busy() {
        assertThat(fault(List.of("RUN make && touch /ok"), List.of("COPY --from=builder /ok /ok"), MARK))
                .contains("takes nothing from another stage that a program could use");
    }

    @Test
    void packages_installed_in_the_last_stage_make_the_other_one_needless() {
        assertThat(fault(
                        List.of("RUN pip install -t /deps x"),
                        List.of(
                                "COPY --from=builder /requirements.txt /requirements.txt",
                                "RUN pip install -r /requirements.txt"),
                        PROGRAM))
                .hasValueSatisfying(fault -> assertThat(fault).startsWith("installs in the stage that is shipped"));
        assertThat(fault(
                        List.of("RUN pip install -t /deps x"),
                        List.of("COPY --from=builder /deps /deps", "RUN apt-get install -y build-essential"),
                        PROGRAM))
                .isPresent();
    }
}
