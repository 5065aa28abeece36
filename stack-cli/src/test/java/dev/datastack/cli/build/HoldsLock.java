package dev.datastack.cli.build;

import java.io.IOException;
import java.nio.file.Path;

/** A process of its own that holds a lock until its input ends. */
final class HoldsLock {
    private HoldsLock() {}

    public static void main(String[] arguments) throws IOException {
        var held = BuildLock.take(Path.of(arguments[0]), () -> {});
        System.out.print('!');
        System.out.flush();
        System.in.transferTo(java.io.OutputStream.nullOutputStream());
        held.close();
    }
}
