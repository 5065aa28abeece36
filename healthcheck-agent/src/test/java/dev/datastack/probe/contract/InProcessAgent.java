package dev.datastack.probe.contract;

import dev.datastack.probe.command.Healthcheck;
import dev.datastack.probe.jvm.JvmHost;
import dev.datastack.probe.jvm.JvmNet;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The reference build inside the test's own JVM, for many thousands of runs. */
public final class InProcessAgent implements Agent {
    @Override
    public Result run(List<String> arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        long start = System.nanoTime();
        JvmHost host = new JvmHost(new PrintStream(out, true), new PrintStream(err, true));
        int code = Healthcheck.run(arguments, host, new JvmNet());
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), millis);
    }
}
