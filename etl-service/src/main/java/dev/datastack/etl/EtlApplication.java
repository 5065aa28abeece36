package dev.datastack.etl;

import com.zaxxer.hikari.HikariDataSource;
import dev.datastack.etl.command.Commands;
import dev.datastack.etl.command.Terminal;
import dev.datastack.etl.dataset.Datasets;
import dev.datastack.etl.load.LoadLimits;
import dev.datastack.etl.worker.WorkerPool;
import dev.datastack.etl.worker.WorkerTerms;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Wires the service and starts it. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(EtlSettings.class)
public class EtlApplication {

    public static void main(String[] args) {
        if (Commands.isService(args)) {
            SpringApplication.run(EtlApplication.class);
        } else {
            AtomicBoolean stopping = new AtomicBoolean();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stopping.set(true)));
            System.exit(Commands.run(new SpringService(database(System.getenv()), stopping), terminal(), args));
        }
    }

    /** As application.yaml has it, for people. */
    static String database(Map<String, String> environment) {
        String url = set(environment, "SPRING_DATASOURCE_URL", "");
        return !url.isEmpty()
                ? url
                : "jdbc:postgresql://%s:%s/%s, because SPRING_DATASOURCE_URL is not set"
                        .formatted(
                                set(environment, "PGHOST", "127.0.0.1"),
                                set(environment, "PGPORT", "5432"),
                                set(environment, "STACK_WAREHOUSE_DATABASE", "warehouse"));
    }

    private static String set(Map<String, String> environment, String name, String otherwise) {
        String value = environment.getOrDefault(name, "");
        return value.isEmpty() ? otherwise : value;
    }

    // From JDK 22 on there is a console without a terminal too, unless the plain one is asked for.
    @SuppressWarnings("SystemConsoleNull")
    private static Terminal terminal() {
        System.setProperty("jdk.console", "java.base");
        return new Terminal(
                new PrintWriter(System.out, false, Charset.defaultCharset()),
                new PrintWriter(System.err, false, Charset.defaultCharset()),
                System.console() != null,
                System::nanoTime,
                duration -> Thread.sleep(duration.toMillis()));
    }

    // Its life begins after every bean is made, Flyway included: nobody claims before the schema is there.
    @Bean
    WorkerPool workerPool(HikariDataSource dataSource, EtlSettings settings, @Value("${HOSTNAME:local}") String host) {
        // One for each worker, one for the keeper, one for a worker that writes down how a broken load ended.
        dataSource.setMaximumPoolSize(settings.workers() + 2);
        WorkerTerms terms = new WorkerTerms(
                settings.workers(),
                settings.lease(),
                settings.maxAttempts(),
                settings.stallLimit(),
                settings.shutdownGrace());
        Optional<Path> heartbeat = Optional.of(settings.heartbeatFile())
                .filter(file -> !file.isBlank())
                .map(Path::of);
        return new WorkerPool(
                dataSource,
                Datasets.declared(),
                settings.dataDir(),
                LoadLimits.here(settings.rejectLimit(), settings.workers()),
                terms,
                heartbeat,
                host,
                Clock.systemUTC(),
                System::nanoTime);
    }
}
