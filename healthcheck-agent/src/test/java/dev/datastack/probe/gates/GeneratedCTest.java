package dev.datastack.probe.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What TeaVM makes of the sources, looked at for the defects of its C back end. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GeneratedCTest {
    private static final String CLONE = "virt_clone)(";

    /** What TeaVM wrote for {@code next(source) << 8 | next(source)}, and for two statements that are in order. */
    private static final String PLANTED_ORDER = """
            int32_t meth_ddpp_Frame_next(void* teavm_local_1) {
                sfld_at = sfld_at + INT32_C(1);
                return sfld_at;
            }
            int32_t meth_ddpp_Frame_wrong(void* teavm_local_1) {
                return ((TEAVM_WITH_CALL_SITE_ID(1, meth_ddpp_Frame_next(teavm_local_1)) << INT32_C(8)) | TEAVM_WITH_CALL_SITE_ID(2, meth_ddpp_Frame_next(teavm_local_1)));
            }
            int32_t meth_ddpp_Frame_wrongToo(void* teavm_local_1) {
                return meth_sum(meth_ddpp_Frame_next(teavm_local_1), meth_ddpp_Frame_next(teavm_local_1));
            }
            int32_t meth_ddpp_Frame_right(void* teavm_local_1) {
                teavm_local_2 = TEAVM_WITH_CALL_SITE_ID(1, meth_ddpp_Frame_next(teavm_local_1));
                if ((meth_ddpp_Frame_next(teavm_local_1) && meth_ddpp_Frame_next(teavm_local_1))) {
                return (meth_ddpp_Frame_next(teavm_local_1) ? meth_ddpp_Frame_next(teavm_local_1) : INT32_C(0));
            }
            """;

    /** What TeaVM wrote for {@code START.clone()}. */
    private static final String PLANTED_CLONE = """
            void meth_ddpp_Sha256__init_(void* teavm_this_) {
                teavm_local_1 = TEAVM_WITH_CALL_SITE_ID(2487, ((teavm_tmp_ptr_0 = TEAVM_WITH_CALL_SITE_ID(2488, teavm_nullCheck(teavm_local_1))), TEAVM_METHOD(teavm_tmp_ptr_0, jl_Object_VT, virt_clone)(teavm_tmp_ptr_0)));
            }
            """;

    /** Two values of one statement that share a helper variable: the second overwrites the first. */
    private static final Pattern SHARED = Pattern.compile("\\b(teavm_tmp_\\w+) = .*\\b\\1 = ");

    /** What TeaVM wrote for {@code errno() == again()}, and for a value that stands alone. */
    private static final String PLANTED_SHARED = """
            void meth_ddpp_PosixConnection_write(void* teavm_this_) {
                if (((teavm_tmp_int_0 = (int32_t) errno, teavm_tmp_int_0) == (teavm_tmp_int_0 = (int32_t) EAGAIN, teavm_tmp_int_0))) {
            }
            void meth_ddpp_PosixConnection_error(void* teavm_this_) {
                return (teavm_tmp_int_0 = (int32_t) errno, teavm_tmp_int_0);
            }
            """;

    @Test
    void no_two_values_of_a_statement_share_a_variable() {
        assertThat(sharing(CFunction.generated())).isEmpty();
    }

    @Test
    void values_that_share_a_variable_are_found_where_they_are_planted() {
        assertThat(sharing(CFunction.in(PLANTED_SHARED))).containsExactly("meth_ddpp_PosixConnection_write");
    }

    @Test
    void no_two_calls_that_change_something_are_left_to_the_order_of_the_c_compiler() {
        assertThat(unordered(CFunction.generated())).isEmpty();
    }

    @Test
    void calls_without_an_order_are_found_where_they_are_planted() {
        String twice = "meth_ddpp_Frame_next, meth_ddpp_Frame_next";
        assertThat(unordered(CFunction.in(PLANTED_ORDER)))
                .containsExactly("meth_ddpp_Frame_wrong: " + twice, "meth_ddpp_Frame_wrongToo: " + twice);
    }

    /** An array of objects would be copied right, as {@code List.of(array)} does it; none is cloned here either. */
    @Test
    void nothing_that_is_compiled_clones_an_array() {
        assertThat(cloning(CFunction.generated())).isEmpty();
    }

    @Test
    void a_clone_is_found_where_it_is_planted() {
        assertThat(cloning(CFunction.in(PLANTED_CLONE))).containsExactly("meth_ddpp_Sha256__init_");
    }

    /** The build rewrites four places of TeaVM's C; another version of TeaVM may write them in another way. */
    @Test
    void the_collector_is_replaced_and_caught_exceptions_are_mended() throws IOException {
        Path generated = Path.of("target", "c");
        assertThat(Files.readString(generated.resolve("stack.h")))
                .contains("TEAVM_GC_ROOT(index, ptr) PROBE_ROOT(")
                .contains("TEAVM_GC_ROOT_RELEASE(index) PROBE_ROOT(");
        assertThat(Files.readString(generated.resolve("classes/org/teavm/runtime/GC.c")))
                .contains("void meth_otr_GC_doCollectGarbage() { PROBE_COLLECT");
        assertThat(Files.readString(generated.resolve("main.c"))).contains("teavm_initHeap(PROBE_HEAP(67108864), ");
        assertThat(Files.readString(generated.resolve("classes/dev/datastack/probe/command/Asking.c")))
                .contains("void* volatile teavm_spill_")
                .doesNotContain("volatile void* teavm_spill_");
    }

    private static List<String> unordered(List<CFunction> functions) {
        Effects effects = new Effects(functions);
        return functions.stream()
                .flatMap(function -> function.statements().stream()
                        .flatMap(statement -> Unordered.calls(statement, effects).stream())
                        .map(calls -> function.name() + ": " + calls))
                .toList();
    }

    private static List<String> sharing(List<CFunction> functions) {
        return where(functions, line -> SHARED.matcher(line).find());
    }

    private static List<String> cloning(List<CFunction> functions) {
        return where(functions, line -> line.contains(CLONE));
    }

    private static List<String> where(List<CFunction> functions, Predicate<String> statement) {
        return functions.stream()
                .filter(function -> function.statements().stream().anyMatch(statement))
                .map(CFunction::name)
                .toList();
    }
}
