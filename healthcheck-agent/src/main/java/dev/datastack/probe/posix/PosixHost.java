package dev.datastack.probe.posix;

import dev.datastack.probe.machine.Host;
import dev.datastack.probe.machine.Unhealthy;
import dev.datastack.probe.text.Sentence;
import dev.datastack.probe.text.Utf8;
import java.util.Arrays;
import org.teavm.interop.Address;

/** Clocks, files and output through the C library. */
final class PosixHost implements Host {
    private static final int OUT = 1;
    private static final int ERR = 2;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final TimeSpec time = TimeSpec.create();
    private final PollFd nothing = PollFd.create();

    /** TeaVM's own clock follows the time of day, which can be set while a probe runs. */
    @Override
    public long nanoTime() {
        Posix.clockGettime(Constants.monotonic(), time);
        return time.seconds * NANOS_PER_SECOND + time.nanos;
    }

    @Override
    public long currentTimeMillis() {
        Posix.clockGettime(Constants.realtime(), time);
        return time.seconds * 1000 + time.nanos / 1_000_000;
    }

    @Override
    public void sleep(long millis) {
        Posix.poll(nothing.toAddress(), 0, (int) millis);
    }

    @Override
    public long lastModified(String path) throws Unhealthy {
        FileStatus status = FileStatus.create();
        if (Posix.stat(CString.of(path), status) != 0) {
            throw unreadable(path);
        }
        if ((status.mode & Constants.fileTypeMask()) != Constants.regularFile()) {
            throw new Unhealthy("{} is not a regular file", path);
        }
        return status.modifiedSeconds * 1000;
    }

    /** Opened without blocking, as a named pipe without a writer would hold a probe for ever. */
    @Override
    public byte[] read(String path, int limit) throws Unhealthy {
        int file = Posix.open(CString.of(path), Constants.readOnly() | Constants.nonBlockingFile(), 0);
        if (file < 0) {
            throw unreadable(path);
        }
        byte[] bytes = new byte[limit];
        int length = 0;
        long count = 1;
        while (length < limit && count > 0) {
            count = Posix.read(file, Address.ofData(bytes).add(length), limit - length);
            length += (int) Math.max(count, 0);
        }
        Posix.close(file);
        if (count < 0) {
            throw new Unhealthy("{} cannot be read", path);
        }
        return Arrays.copyOf(bytes, length);
    }

    private static Unhealthy unreadable(String path) {
        int error = Posix.errno();
        if (error == Constants.absent()) {
            return new Unhealthy("{} does not exist", path);
        }
        return new Unhealthy(
                error == Constants.denied()
                        ? Sentence.of("{} may not be read: permission denied", path)
                        : Sentence.of("{} cannot be read", path));
    }

    @Override
    public void random(byte[] bytes) throws Unhealthy {
        if (Posix.getrandom(Address.ofData(bytes), bytes.length, 0) != bytes.length) {
            throw new Unhealthy("the kernel gives no random numbers");
        }
    }

    @Override
    public void out(String line) {
        print(OUT, line);
    }

    @Override
    public void err(String line) {
        print(ERR, line);
    }

    private static void print(int file, String line) {
        byte[] bytes = Utf8.bytes(Sentence.of("{}\n", line));
        int done = 0;
        long count = 1;
        while (done < bytes.length && count > 0) {
            count = Posix.write(file, Address.ofData(bytes).add(done), bytes.length - done);
            done += (int) Math.max(count, 0);
        }
    }
}
