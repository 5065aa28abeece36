package dev.datastack.cli.startup;

import dev.datastack.cli.startup.ServiceStart.Exit;
import dev.datastack.cli.startup.ServiceStart.Kind;
import dev.datastack.cli.startup.ServiceStart.Need;
import dev.datastack.cli.startup.StartRecord.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A start of the stack in small, with round numbers: seconds since it began. */
public final class SampleStarts {
    public static final Instant BEGAN = Instant.parse("2026-01-01T10:00:00Z");

    private static final Need DONE = Need.COMPLETED;
    private static final Need HEALTHY = Need.HEALTHY;

    private SampleStarts() {}

    public static Instant at(double seconds) {
        return BEGAN.plusMillis(Math.round(seconds * 1000));
    }

    public static ServiceStart service(
            String name, Kind kind, Map<String, Need> needs, double created, double started, double ready) {
        return new ServiceStart(
                name,
                kind,
                false,
                needs,
                Optional.of(at(created)),
                Optional.of(at(started)),
                Optional.of(at(ready)),
                true,
                Optional.empty(),
                0);
    }

    /** Images until 10, Compose from 10 on, the last service ready at 40, the year in at 58, seen at 60. */
    public static StartRecord whole() {
        return whole(BEGAN);
    }

    /** The same at another time, as if it had been named so. */
    public static StartRecord whole(Instant began) {
        return new StartRecord(
                StartRecord.FORMAT,
                "p",
                began,
                Optional.of(at(10)),
                at(60),
                Outcome.READY,
                "",
                List.of(
                        new Preparation(Preparation.Kind.JARS, at(0), at(4)),
                        new Preparation(Preparation.Kind.IMAGES, at(4), at(9.8))),
                services(),
                List.of(
                        new YearWork(YearWork.Kind.REFERENCE, at(46), at(47), 4),
                        new YearWork(YearWork.Kind.FLIGHTS, at(48), at(55), 12),
                        new YearWork(YearWork.Kind.WEATHER, at(48), at(53), 12),
                        new YearWork(YearWork.Kind.MARTS, at(50), at(58), 3)),
                List.of());
    }

    private static List<ServiceStart> services() {
        return List.of(
                service("secrets", Kind.ONE_SHOT, Map.of(), 11, 12, 14),
                service("pgadmin", Kind.PROBED, Map.of("secrets", DONE), 11, 15, 30),
                service("postgres", Kind.PROBED, Map.of("secrets", DONE), 11, 14.5, 20),
                service("airflow-init", Kind.ONE_SHOT, Map.of("postgres", HEALTHY), 11, 20.5, 26.5),
                service("etl-service", Kind.PROBED, Map.of("postgres", HEALTHY), 11, 20.5, 25),
                service("airflow-webserver", Kind.PROBED, Map.of("airflow-init", DONE), 11, 27, 40));
    }

    /** The one-shot ended with 3, so what needs it was never started. */
    public static StartRecord failed() {
        var init = new ServiceStart(
                "airflow-init",
                Kind.ONE_SHOT,
                false,
                Map.of("postgres", HEALTHY),
                Optional.of(at(11)),
                Optional.of(at(20.5)),
                Optional.empty(),
                true,
                Optional.of(new Exit(at(24), 3)),
                0);
        var webserver = new ServiceStart(
                "airflow-webserver",
                Kind.PROBED,
                false,
                Map.of("airflow-init", DONE),
                Optional.of(at(11)),
                Optional.empty(),
                Optional.empty(),
                true,
                Optional.empty(),
                0);
        return new StartRecord(
                StartRecord.FORMAT,
                "p",
                BEGAN,
                Optional.of(at(10)),
                at(25),
                Outcome.FAILED,
                "A service failed: airflow-init exited with code 3.",
                List.of(),
                List.of(services().get(0), services().get(2), init, webserver),
                List.of(),
                List.of());
    }

    /** Nothing was to be done but the one-shots, which Compose runs each time. */
    public static StartRecord unchanged() {
        var postgres = new ServiceStart(
                "postgres",
                Kind.PROBED,
                true,
                Map.of("secrets", DONE),
                Optional.empty(),
                Optional.of(BEGAN.minusSeconds(3600)),
                Optional.empty(),
                true,
                Optional.empty(),
                0);
        return new StartRecord(
                StartRecord.FORMAT,
                "p",
                BEGAN,
                Optional.of(at(1)),
                at(8),
                Outcome.READY,
                "",
                List.of(),
                List.of(
                        again("secrets", Map.of(), 1.5, 3),
                        postgres,
                        again("airflow-init", Map.of("postgres", HEALTHY), 3.5, 7)),
                List.of(),
                List.of());
    }

    private static ServiceStart again(String name, Map<String, Need> needs, double started, double ready) {
        return service(name, Kind.ONE_SHOT, needs, 0, started, ready).withoutCreation();
    }
}
