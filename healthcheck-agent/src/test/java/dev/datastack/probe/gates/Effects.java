package dev.datastack.probe.gates;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which calls change what another call may see. Whatever is not known to be harmless does. */
final class Effects {
    /** Words and macros of the generated C, and functions of its runtime, that change nothing. */
    private static final Set<String> HARMLESS = Set.of(
            "if",
            "while",
            "for",
            "switch",
            "return",
            "sizeof",
            "INT32_C",
            "INT64_C",
            "TEAVM_WITH_CALL_SITE_ID",
            "TEAVM_ALLOC_STACK",
            "TEAVM_GC_ROOT",
            "TEAVM_GC_ROOT_RELEASE",
            "TEAVM_FIELD",
            "TEAVM_GET_STRING",
            "TEAVM_ARRAY_AT",
            "TEAVM_ARRAY_LENGTH",
            "TEAVM_ARRAY_DATA",
            "TEAVM_TO_BYTE",
            "TEAVM_TO_CHAR",
            "TEAVM_TO_SHORT",
            "TEAVM_ADDRESS_ADD",
            "teavm_nullCheck",
            "teavm_checkBounds",
            "teavm_checkUpperBound",
            "teavm_checkLowerBound",
            "teavm_checkcast",
            "teavm_instanceof",
            "teavm_initializeClass",
            "teavm_getClassObject",
            "teavm_getArrayClass",
            "teavm_compare_i32",
            "teavm_compare_i64",
            // New objects in another order are still new objects.
            "meth_otr_Allocator_allocate",
            "meth_otr_Allocator_allocateArray",
            // They read what never changes, and throw.
            "meth_jl_String_charAt",
            "meth_jlr_Array_getLength");

    private static final Pattern STORE = Pattern.compile(
            "^TEAVM_(FIELD|ARRAY_AT)\\(.*\\)\\s=[^=]|\\bsfld_\\w+ =[^=]|TEAVM_METHOD|teavm_gc_writeBarrier");

    private final Set<String> known = new HashSet<>();
    private final Set<String> changing = new HashSet<>();

    Effects(List<CFunction> functions) {
        for (CFunction function : functions) {
            known.add(function.name());
            boolean isConstructor = function.name().endsWith("__init_");
            boolean stores = function.statements().stream()
                    .anyMatch(line -> STORE.matcher(line).find());
            if (stores && !isConstructor) {
                changing.add(function.name());
            }
        }
        boolean more = true;
        while (more) {
            more = false;
            for (CFunction function : functions) {
                more |= function.calls().stream().anyMatch(this::has) && changing.add(function.name());
            }
        }
    }

    boolean has(String name) {
        return !HARMLESS.contains(name) && (changing.contains(name) || !known.contains(name));
    }
}
