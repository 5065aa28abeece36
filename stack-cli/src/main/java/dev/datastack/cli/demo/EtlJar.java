package dev.datastack.cli.demo;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.process.Call;
import dev.datastack.cli.process.CommandRunner;
import java.nio.file.Path;
import java.util.Map;

/** The same program that the stack runs in a container, here as a process on the JDK that runs this command. */
final class EtlJar {
    private final CommandRunner runner;
    private final Path root;

    EtlJar(CommandRunner runner, Path root) {
        this.runner = runner;
        this.root = root;
    }

    void loadEverything(Login login) {
        var java = Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
        var jar = root.resolve("etl-service/target/etl-service.jar").toString();
        var call = Call.of(java, "-XX:+UseSerialGC", "-Xmx256m", "-jar", jar, "load", "--all")
                .with(Map.of(
                        "SPRING_DATASOURCE_URL", login.jdbcUrl(),
                        "SPRING_DATASOURCE_USERNAME", login.user(),
                        "SPRING_DATASOURCE_PASSWORD", login.password(),
                        "ETL_DATA_DIR", root.resolve("data/nycflights13").toString()));
        int exitCode = runner.attach(call);
        if (exitCode != 0) {
            throw new StackException(
                    Problem.DEMO_FAILED,
                    "the year was not loaded (exit code " + exitCode + "), see the lines above.",
                    call.text(),
                    "fix the reported problem, such as a file under data/ ('git checkout -- data'), and run it again");
        }
    }
}
