package dev.datastack.probe.posix;

import org.teavm.interop.Address;
import org.teavm.interop.Structure;
import org.teavm.interop.c.Include;
import org.teavm.interop.c.Name;
import org.teavm.interop.c.Native;

/** {@code struct pollfd}. */
@Native(structKeyword = true)
@Name("pollfd")
@Include("poll.h")
final class PollFd extends Structure {
    @Name("fd")
    int socket;

    @Name("events")
    short events;

    @Name("revents")
    short happened;

    static PollFd create() {
        return Address.ofData(new long[sizeOf(PollFd.class) / Long.BYTES + 1]).toStructure();
    }
}
