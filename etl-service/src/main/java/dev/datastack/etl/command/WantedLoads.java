package dev.datastack.etl.command;

import dev.datastack.etl.dataset.Cadence;
import dev.datastack.etl.dataset.Dataset;
import dev.datastack.etl.dataset.Datasets;
import dev.datastack.etl.dataset.Period;
import dev.datastack.etl.dataset.UnknownDatasetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Understands what loads somebody asks for: a month, a range of months, a year, whatever has a file. */
final class WantedLoads {

    private static final String RANGE = "..";
    private static final String PLACE = "{period}";

    private final Datasets datasets;

    WantedLoads(Datasets datasets) {
        this.datasets = datasets;
    }

    /** Fails when there is no such dataset or period. */
    List<WantedLoad> named(String name, List<String> periods) {
        try {
            Dataset dataset = datasets.named(name);
            return periods.stream()
                    .flatMap(text -> periods(dataset, text))
                    .distinct()
                    .toList();
        } catch (UnknownDatasetException e) {
            throw Failure.usage(
                    String.valueOf(e.getMessage()),
                    "load " + name + " " + String.join(" ", periods),
                    "see 'load --help' for examples");
        }
    }

    /** Those whose file is in the folder. */
    List<WantedLoad> withFile(String name, Path folder) {
        named(name, List.of());
        List<WantedLoad> found = filed(datasets.named(name), folder);
        if (found.isEmpty()) {
            throw noFile(datasets.named(name).file(), folder);
        }
        return found;
    }

    /** Of every dataset; reference data comes first, as it is declared. */
    List<WantedLoad> allWithFile(Path folder) {
        List<WantedLoad> found = datasets.all().stream()
                .flatMap(dataset -> filed(dataset, folder).stream())
                .toList();
        if (found.isEmpty()) {
            throw noFile("any dataset", folder);
        }
        return found;
    }

    private static Failure noFile(String what, Path folder) {
        return Failure.of(
                "There is no file of " + what + " in " + folder.toAbsolutePath() + ".",
                "the folder that ETL_DATA_DIR names; in the container /data is the clone's data/nycflights13",
                "bring back what the repository holds with 'git checkout -- data', or set ETL_DATA_DIR to the folder"
                        + " with the files");
    }

    private static Stream<WantedLoad> periods(Dataset dataset, String text) {
        if (dataset.cadence() == Cadence.WHOLE) {
            return Stream.of(load(dataset, dataset.period(text)));
        }
        if (text.matches("[12]\\d{3}")) {
            return months(dataset, text + "-01", text + "-12");
        }
        int dots = text.indexOf(RANGE);
        return dots < 0
                ? Stream.of(load(dataset, dataset.period(text)))
                : months(dataset, text.substring(0, dots), text.substring(dots + RANGE.length()));
    }

    private static Stream<WantedLoad> months(Dataset dataset, String first, String last) {
        YearMonth from = YearMonth.parse(dataset.period(first).text());
        YearMonth to = YearMonth.parse(dataset.period(last).text());
        if (to.isBefore(from)) {
            throw Failure.usage(
                    last + " is before " + first + ".", first + RANGE + last, "write the earlier month first");
        }
        return Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1))
                .map(month -> load(dataset, new Period.Month(month)));
    }

    private static WantedLoad load(Dataset dataset, Period period) {
        return new WantedLoad(dataset.name(), period.text());
    }

    private static List<WantedLoad> filed(Dataset dataset, Path folder) {
        if (dataset.cadence() == Cadence.WHOLE) {
            return Files.exists(folder.resolve(dataset.file()))
                    ? List.of(new WantedLoad(dataset.name(), "all"))
                    : List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .flatMap(file -> periodOf(dataset, file).stream())
                    .map(period -> load(dataset, period))
                    .toList();
        } catch (IOException e) {
            throw noFile(dataset.file(), folder);
        }
    }

    private static Optional<Period> periodOf(Dataset dataset, String file) {
        int place = dataset.file().indexOf(PLACE);
        String before = dataset.file().substring(0, place);
        String after = dataset.file().substring(place + PLACE.length());
        if (!file.startsWith(before) || !file.endsWith(after) || file.length() <= before.length() + after.length()) {
            return Optional.empty();
        }
        try {
            return Optional.of(dataset.period(file.substring(before.length(), file.length() - after.length())));
        } catch (UnknownDatasetException e) {
            // A file with another name, say of a draft: nobody asked for it.
            return Optional.empty();
        }
    }
}
