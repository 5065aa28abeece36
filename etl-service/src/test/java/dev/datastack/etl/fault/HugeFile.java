package dev.datastack.etl.fault;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A file of flights as large as one likes, made to be kept in memory: rows that are all different, planes that nobody
 * knows, lines that are long and rejected.
 */
final class HugeFile {

    private static final String HEADER = "year,month,day,dep_time,sched_dep_time,dep_delay,arr_time,sched_arr_time,"
            + "arr_delay,carrier,flight,tailnum,origin,dest,air_time,distance,hour,minute,time_hour\n";
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final int FLIGHTS = 9_999;
    private static final int MOST_ROWS = DIGITS.length() * DIGITS.length() * FLIGHTS;
    /** None, few enough for a load to be done, many. */
    private static final double[] SHARES_OF_REJECTS = {0, 0.05, 1};

    private static final String[] ODD = {"x", ",", "é", "\u4e2d", "\"a,\"", "NA,", "\"\"", "\ud83d\ude00"};

    private final Random random;
    private final int month;
    private final int longestReject;
    private final double rejects;
    private final double unknownPlanes;
    private final double duplicates;
    private int row;

    /** Of a month of 1990, since no real file is of that year. */
    HugeFile(int month, Random random) {
        this.month = month;
        this.random = random;
        longestReject = 1 << random.nextInt(18);
        rejects = random.nextDouble() * SHARES_OF_REJECTS[random.nextInt(SHARES_OF_REJECTS.length)];
        unknownPlanes = random.nextBoolean() ? random.nextDouble() : 0;
        duplicates = random.nextInt(3) == 0 ? random.nextDouble() * 0.05 : 0;
    }

    /** Returns the bytes, unpacked. */
    long write(Path folder, long most) throws IOException {
        long bytes = 0;
        try (var gzip = new Quick(folder.resolve("flights-1990-0" + month + ".csv.gz"));
                var out = new BufferedWriter(new OutputStreamWriter(gzip, StandardCharsets.UTF_8))) {
            out.write(HEADER);
            while (bytes < most && row < MOST_ROWS) {
                String line = random.nextDouble() < rejects ? reject() : flight();
                out.write(line);
                out.write('\n');
                bytes += line.length() + 1;
            }
        }
        return bytes;
    }

    private String reject() {
        String odd = ODD[random.nextInt(ODD.length)];
        return odd.repeat(1 + random.nextInt(longestReject) / odd.length());
    }

    private String flight() {
        row += random.nextDouble() < duplicates ? 0 : 1;
        String carrier = "" + digit(row / FLIGHTS / DIGITS.length()) + digit(row / FLIGHTS);
        String plane = "N0";
        if (random.nextDouble() < unknownPlanes) {
            plane = "" + digit(row / 1_679_616) + digit(row / 46_656) + digit(row / 1_296) + digit(row / 36)
                    + digit(row);
        }
        return "1990," + month + ",1,517,515,2,830,819,11," + carrier + "," + (1 + row % FLIGHTS) + "," + plane
                + ",EWR,IAH,227,1400,5,15,1990-0" + month + "-01T10:00:00Z";
    }

    private static char digit(int number) {
        return DIGITS.charAt(number % DIGITS.length());
    }

    @Override
    public String toString() {
        return "%.0f %% rejects of up to %d characters, %.0f %% planes of their own, %.0f %% duplicates"
                .formatted(100 * rejects, longestReject, 100 * unknownPlanes, 100 * duplicates);
    }

    /** Speed counts here, the size on the disk does not. */
    private static final class Quick extends GZIPOutputStream {
        Quick(Path file) throws IOException {
            super(Files.newOutputStream(file), 64 * 1024);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
