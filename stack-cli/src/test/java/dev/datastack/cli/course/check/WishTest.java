package dev.datastack.cli.course.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WishTest {
    private static final JsonNode CONTAINER = JsonMapper.shared().readTree("""
            {"HostConfig": {"Memory": 67108864, "ReadonlyRootfs": true, "PidsLimit": null}, "Config": {"User": "10001"}}""");

    @Test
    void a_bound_holds_on_both_sides() {
        assertThat(new Wish(null, null, 1L, 67_108_864L, null, null)
                        .of("/HostConfig/Memory", CONTAINER)
                        .passed())
                .isTrue();
        assertThat(new Wish(null, null, 1L, 67_108_863L, null, null)
                        .of("/HostConfig/Memory", CONTAINER)
                        .passed())
                .isFalse();
    }

    @Test
    void a_value_that_is_not_there_meets_no_bound() {
        assertThat(new Wish(null, null, 1L, null, null, null)
                        .of("/HostConfig/PidsLimit", CONTAINER)
                        .passed())
                .isFalse();
        assertThat(new Wish(null, null, null, 9L, null, null)
                        .of("/HostConfig/Absent", CONTAINER)
                        .passed())
                .isFalse();
    }

    @Test
    void the_finding_says_what_is_and_what_should_be() {
        var finding = new Wish(null, "[1-9][0-9]*", null, null, null, null).of("/Config/User", CONTAINER);
        assertThat(finding).isEqualTo(new Finding(true, "/Config/User is 10001", "/Config/User is like [1-9][0-9]*"));
        var other = new Wish("false", null, null, null, null, null).of("/HostConfig/ReadonlyRootfs", CONTAINER);
        assertThat(other)
                .isEqualTo(new Finding(
                        false, "/HostConfig/ReadonlyRootfs is true", "/HostConfig/ReadonlyRootfs is false"));
        assertThat(new Wish(null, null, 1L, 1_000_000L, null, null).of("/HostConfig/Memory", CONTAINER))
                .isEqualTo(new Finding(
                        false,
                        "/HostConfig/Memory is 67,108,864",
                        "/HostConfig/Memory is at least 1, at most 1,000,000"));
        assertThat(new Wish("", null, null, null, null, null).of("/Config/None", CONTAINER))
                .isEqualTo(new Finding(true, "/Config/None is empty", "/Config/None is empty"));
    }

    @Test
    void a_pattern_may_be_put_in_words() {
        var finding =
                new Wish(null, "[1-9][0-9]*", null, null, null, "a number other than 0").of("/Config/None", CONTAINER);
        assertThat(finding)
                .isEqualTo(new Finding(false, "/Config/None is empty", "/Config/None is a number other than 0"));
    }

    @Test
    void what_is_not_set_meets_a_bound_when_the_engines_default_is_right() {
        var wish = new Wish(null, null, 10L, null, true, null);
        assertThat(wish.of("/Config/Absent", CONTAINER))
                .isEqualTo(new Finding(true, "/Config/Absent is empty", "/Config/Absent is at least 10, or unset"));
        assertThat(wish.of("/Count", JsonMapper.shared().readTree("{\"Count\": 0}"))
                        .passed())
                .isTrue();
        assertThat(wish.of("/Count", JsonMapper.shared().readTree("{\"Count\": 9}"))
                        .passed())
                .isFalse();
    }
}
