package dev.datastack.acceptance.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.soak.Sample.Kind;
import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.RunningStack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two hours, or as many minutes as {@code -Dsoak.minutes} says. A clock is what it is about, so it waits: every ten seconds
 * somebody looks, every minute a month is loaded again and everything is measured.
 */
@NeedsEngine
@Tag("long")
class SoakIT {
    private static final System.Logger LOG = System.getLogger("soak");
    private static final Duration MINUTES = Duration.ofMinutes(Integer.getInteger("soak.minutes", 120));
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final int LOOKS_A_MINUTE = 6;

    @Test
    void what_the_services_use_does_not_grow(RunningStack stack) throws InterruptedException {
        var project = stack.loaded();
        var work = new Work(project);
        var samples = new ArrayList<Sample>();
        var next = Instant.now();
        var end = next.plus(MINUTES);
        for (int looks = 0; next.isBefore(end); looks++) {
            if (looks % LOOKS_A_MINUTE == 0) {
                samples.add(Sample.of(project));
                work.clearMonth();
            }
            work.look();
            next = next.plus(LOOK);
            var rest = Duration.between(Instant.now(), next);
            Thread.sleep(Math.max(0, rest.toMillis()));
        }
        var trends = Trend.of(samples);
        LOG.log(
                System.Logger.Level.INFO,
                trends.stream().map(Trend::row).collect(Collectors.joining("\n", samples.size() + " samples\n", "\n")));
        // Airflow's logs and its database are its history: they grow with each run, and the table says by how much.
        assertThat(trends)
                .filteredOn(trend -> trend.quantity().kind() != Kind.DISK
                        || trend.quantity().owner().equals("pgadmin"))
                .allMatch(Trend::isFlat);
        assertThat(restarts(project)).isZero();
    }

    private static int restarts(Project project) {
        return project.containers().stream()
                .mapToInt(container -> container.at("/RestartCount").asInt())
                .sum();
    }
}
