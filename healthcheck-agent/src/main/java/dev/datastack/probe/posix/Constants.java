package dev.datastack.probe.posix;

import org.teavm.interop.Import;
import org.teavm.interop.c.Include;
import org.teavm.interop.c.Variable;

/** The C library's constants: their values differ between processors. */
final class Constants {
    private Constants() {}

    @Variable
    @Import(name = "EINPROGRESS")
    @Include("errno.h")
    static native int inProgress();

    @Variable
    @Import(name = "EAGAIN")
    @Include("errno.h")
    static native int again();

    @Variable
    @Import(name = "EINTR")
    @Include("errno.h")
    static native int interrupted();

    @Variable
    @Import(name = "ECONNREFUSED")
    @Include("errno.h")
    static native int refused();

    @Variable
    @Import(name = "EACCES")
    @Include("errno.h")
    static native int denied();

    @Variable
    @Import(name = "ENOENT")
    @Include("errno.h")
    static native int absent();

    @Variable
    @Import(name = "AF_INET")
    @Include("sys/socket.h")
    static native int inet();

    @Variable
    @Import(name = "AF_INET6")
    @Include("sys/socket.h")
    static native int inet6();

    @Variable
    @Import(name = "SOCK_STREAM")
    @Include("sys/socket.h")
    static native int stream();

    @Variable
    @Import(name = "SOCK_DGRAM")
    @Include("sys/socket.h")
    static native int datagram();

    @Variable
    @Import(name = "SOCK_NONBLOCK")
    @Include("sys/socket.h")
    static native int nonBlockingSocket();

    @Variable
    @Import(name = "SOL_SOCKET")
    @Include("sys/socket.h")
    static native int socketLevel();

    @Variable
    @Import(name = "SO_ERROR")
    @Include("sys/socket.h")
    static native int socketError();

    @Variable
    @Import(name = "MSG_NOSIGNAL")
    @Include("sys/socket.h")
    static native int noSignal();

    @Variable
    @Import(name = "POLLIN")
    @Include("poll.h")
    static native int readable();

    @Variable
    @Import(name = "POLLOUT")
    @Include("poll.h")
    static native int writable();

    @Variable
    @Import(name = "O_RDONLY")
    @Include("fcntl.h")
    static native int readOnly();

    @Variable
    @Import(name = "O_NONBLOCK")
    @Include("fcntl.h")
    static native int nonBlockingFile();

    @Variable
    @Import(name = "CLOCK_MONOTONIC")
    @Include("time.h")
    static native int monotonic();

    @Variable
    @Import(name = "CLOCK_REALTIME")
    @Include("time.h")
    static native int realtime();

    @Variable
    @Import(name = "S_IFMT")
    @Include("sys/stat.h")
    static native int fileTypeMask();

    @Variable
    @Import(name = "S_IFREG")
    @Include("sys/stat.h")
    static native int regularFile();
}
