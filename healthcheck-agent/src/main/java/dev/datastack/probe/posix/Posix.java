package dev.datastack.probe.posix;

import org.teavm.interop.Address;
import org.teavm.interop.Import;
import org.teavm.interop.c.Include;
import org.teavm.interop.c.Variable;

/** The C library. Pointers are plain addresses: GCC 14 refuses those of another type. */
final class Posix {
    private Posix() {}

    @Import(name = "socket")
    @Include("sys/socket.h")
    static native int socket(int family, int type, int protocol);

    @Import(name = "connect")
    @Include("sys/socket.h")
    static native int connect(int socket, Address address, int length);

    @Import(name = "getsockopt")
    @Include("sys/socket.h")
    static native int getsockopt(int socket, int level, int name, Address value, Address length);

    @Import(name = "send")
    @Include("sys/socket.h")
    static native long send(int socket, Address bytes, long length, int flags);

    @Import(name = "recv")
    @Include("sys/socket.h")
    static native long receive(int socket, Address bytes, long length, int flags);

    @Import(name = "poll")
    @Include("poll.h")
    static native int poll(Address sockets, long count, int millis);

    @Import(name = "open")
    @Include("fcntl.h")
    static native int open(Address path, int flags, int mode);

    @Import(name = "read")
    @Include("unistd.h")
    static native long read(int file, Address bytes, long length);

    @Import(name = "write")
    @Include("unistd.h")
    static native long write(int file, Address bytes, long length);

    @Import(name = "close")
    @Include("unistd.h")
    static native int close(int file);

    @Import(name = "stat")
    @Include("sys/stat.h")
    static native int stat(Address path, FileStatus status);

    @Import(name = "clock_gettime")
    @Include("time.h")
    static native int clockGettime(int clock, TimeSpec time);

    @Import(name = "getrandom")
    @Include("sys/random.h")
    static native long getrandom(Address bytes, long length, int flags);

    @Import(name = "_exit")
    @Include("unistd.h")
    static native void exit(int code);

    @Variable
    @Import(name = "errno")
    @Include("errno.h")
    static native int errno();
}
