package dev.datastack.probe.posix;

import org.teavm.interop.Address;
import org.teavm.interop.Structure;
import org.teavm.interop.c.Include;
import org.teavm.interop.c.Name;
import org.teavm.interop.c.Native;

/** {@code struct stat}; the C compiler knows where its fields are. */
@Native(structKeyword = true)
@Name("stat")
@Include("sys/stat.h")
final class FileStatus extends Structure {
    @Name("st_mode")
    int mode;

    @Name("st_mtime")
    long modifiedSeconds;

    static FileStatus create() {
        return Address.ofData(new long[sizeOf(FileStatus.class) / Long.BYTES + 1])
                .toStructure();
    }
}
