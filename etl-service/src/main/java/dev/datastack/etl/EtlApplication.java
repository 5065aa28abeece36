package dev.datastack.etl;

import com.zaxxer.hikari.HikariDataSource;
import dev.datastack.etl.dataset.Datasets;
import dev.datastack.etl.worker.WorkerPool;
import dev.datastack.etl.worker.WorkerTerms;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
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
        CommandLine.Choice choice = CommandLine.parse(args);
        if (choice instanceof CommandLine.Usage usage) {
            System.err.println(usage.text());
            System.exit(CommandLine.USAGE_ERROR);
        }
        SpringApplication.run(EtlApplication.class);
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
                settings.rejectLimit(),
                terms,
                heartbeat,
                host,
                Clock.systemUTC(),
                System::nanoTime);
    }
}
