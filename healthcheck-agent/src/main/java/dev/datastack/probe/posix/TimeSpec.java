package dev.datastack.probe.posix;

import org.teavm.interop.Address;
import org.teavm.interop.Structure;
import org.teavm.interop.c.Include;
import org.teavm.interop.c.Name;
import org.teavm.interop.c.Native;

/** {@code struct timespec}. */
@Native(structKeyword = true)
@Name("timespec")
@Include("time.h")
final class TimeSpec extends Structure {
    @Name("tv_sec")
    long seconds;

    @Name("tv_nsec")
    long nanos;

    static TimeSpec create() {
        return Address.ofData(new long[sizeOf(TimeSpec.class) / Long.BYTES + 1]).toStructure();
    }
}
