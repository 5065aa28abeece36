package dev.datastack.cli.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StrangerTest {
    private static final String DUMP = "docker compose exec -T postgres pg_dump -U postgres -Fc ";

    @Test
    void a_plain_name_is_written_as_it_is() {
        assertThat(new Stranger("learner").saved()).isEqualTo(DUMP + "learner > learner.dump");
    }

    @Test
    void a_name_with_blanks_is_one_word_for_the_shell_and_for_postgresql() {
        var stranger = new Stranger("My Db");
        assertThat(stranger.saved()).isEqualTo(DUMP + "'My Db' > 'My Db.dump'");
        assertThat(stranger.dropped()).isEqualTo("./stack psql -c 'DROP DATABASE \"My Db\"'");
    }

    @Test
    void quotes_in_a_name_stay_in_it() {
        var stranger = new Stranger("Ann's \"own\"");
        assertThat(stranger.saved()).isEqualTo(DUMP + "'Ann'\\''s \"own\"' > 'Ann'\\''s \"own\".dump'");
        assertThat(stranger.dropped()).isEqualTo("./stack psql -c 'DROP DATABASE \"Ann'\\''s \"\"own\"\"\"'");
    }

    @Test
    void a_word_of_sql_is_a_name_and_a_file_is_in_this_folder() {
        assertThat(new Stranger("user").dropped()).isEqualTo("./stack psql -c 'DROP DATABASE \"user\"'");
        assertThat(new Stranger("a/b").saved()).isEqualTo(DUMP + "'a/b' > a_b.dump");
    }
}
