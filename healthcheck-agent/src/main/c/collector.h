/* Read before the C that TeaVM writes (gcc -include). TeaVM's collector for C is not sound: it crashed on heaps of some
 * sizes and not on others. A probe is over long before its heap is full, so this build has no collector: where it would
 * start, the probe says so and is unhealthy. With -DWITH_COLLECTOR it is there, for the gate that watches it. */
#ifdef WITH_COLLECTOR
    #define PROBE_ROOT(store) store
    #define PROBE_COLLECT
#else
    #include <stddef.h>
    #include <stdint.h>
    #include <uchar.h>
    #include <unistd.h>

    /* Without a collector nobody needs to know which variables hold objects. */
    #define PROBE_ROOT(store) ((void) 0)

    #define PROBE_COLLECT probe_out_of_memory();
    static inline void probe_out_of_memory(void) {
        static const char line[] = "unhealthy: the probe ran out of memory\n";
        ssize_t written = write(STDOUT_FILENO, line, sizeof line - 1);
        _exit(1);
    }

    /* What TeaVM would print of itself; its way brings the C library's printf along. */
    #define TEAVM_CUSTOM_LOG 1
    static void teavm_printString(char16_t* text) {}
    static void teavm_printWString(wchar_t* text) {}
    static void teavm_printInt(int32_t number) {}
    static void teavm_logCodePoint(int32_t character) {}
#endif

/* In bytes. A gate makes it small to see what happens at its end. */
#ifdef HEAP_BYTES
    #define PROBE_HEAP(size) HEAP_BYTES
#else
    #define PROBE_HEAP(size) size
#endif
