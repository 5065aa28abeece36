package dev.datastack.etl.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CrewTest {

    private final AtomicLong now = new AtomicLong(1_000);
    private final Crew crew = new Crew(now::get);

    @Test
    void a_worker_that_shows_no_sign_of_life_is_missing() {
        crew.seen("one");
        crew.seen("two");
        now.addAndGet(100);
        crew.seen("two");
        assertThat(crew.missing(99)).containsExactly("one");
        assertThat(crew.missing(100)).isEmpty();
    }

    @Test
    void a_worker_that_left_is_not_missed() {
        crew.seen("one");
        crew.leaves("one");
        now.addAndGet(1_000_000);
        assertThat(crew.missing(1)).isEmpty();
    }
}
