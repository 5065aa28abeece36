package dev.datastack.etl.fault;

import dev.datastack.etl.warehouse.DataFolder;
import dev.datastack.etl.warehouse.RealFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A small file of real rows, some of them spoiled. A month comes in two versions with other rows, so that a load which
 * was lost, or done by halves, cannot hide behind an equal one from before.
 */
record InputFile(String dataset, String period, String name, List<String> lines, int spoiled) {

    private static final int ROWS = 1_500;
    private static final int SPOILED = 4;

    static List<InputFile> versionsOf(String dataset, String period) {
        if (period.equals("all")) {
            String name = dataset + ".csv";
            return List.of(new InputFile(dataset, period, name, DataFolder.lines(real(name)), 0));
        }
        return IntStream.of(0, 1)
                .mapToObj(version -> monthOf(dataset, period, version))
                .toList();
    }

    private static InputFile monthOf(String dataset, String period, int version) {
        String name = dataset + "-" + period + ".csv.gz";
        List<String> all = DataFolder.lines(real(name));
        int rows = Math.min(ROWS, (all.size() - 1) / 2);
        List<String> lines = new ArrayList<>(List.of(all.get(0)));
        lines.addAll(all.subList(1 + version * rows, 1 + (version + 1) * rows));
        for (int i = 1; i <= SPOILED; i++) {
            int at = i * 37 + version;
            lines.set(at, lines.get(at).replaceFirst("2013", "2O13"));
        }
        return new InputFile(dataset, period, name, List.copyOf(lines), SPOILED);
    }

    int rows() {
        return lines.size() - 1;
    }

    /** A load that reads at this moment goes on with what it opened. */
    void publish(Path folder) {
        try {
            Path fresh = new DataFolder(folder).write("fresh-" + name, lines);
            Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path real(String name) {
        return RealFiles.folder().resolve(name);
    }
}
