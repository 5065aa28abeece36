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
        Duration shutdownGrace) {

    /** The role etl may hold 25 connections (docker/postgres/limits.sql), and two are for the keeper and for last words. */
    private static final int MOST_WORKERS = 23;

    EtlSettings {
        if (workers < 1 || workers > MOST_WORKERS) {
            throw new IllegalArgumentException("ETL_WORKERS is " + workers + ", it must be 1 to " + MOST_WORKERS);
        }
        if (!(rejectLimit >= 0 && rejectLimit <= 1)) {
            throw new IllegalArgumentException("ETL_REJECT_LIMIT is " + rejectLimit + ", it must be a share of 0 to 1");
        }
    }
}
