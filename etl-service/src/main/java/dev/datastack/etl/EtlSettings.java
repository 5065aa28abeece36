package dev.datastack.etl;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The settings etl.*, see application.yaml. */
@ConfigurationProperties("etl")
record EtlSettings(
        Path dataDir,
        int workers,
        String heartbeatFile,
        double rejectLimit,
        int maxAttempts,
        Duration lease,
        Duration stallLimit,
        Duration shutdownGrace) {}
