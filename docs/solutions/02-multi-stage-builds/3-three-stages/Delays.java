import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

/** Prints the share of flights on time, by airport of departure. */
class Delays {
    public static void main(String[] arguments) throws IOException {
        var all = new TreeMap<String, Integer>();
        var onTime = new TreeMap<String, Integer>();
        for (var line : Files.readAllLines(Path.of("delays.csv"))) {
            var origin = line.substring(0, 3);
            all.merge(origin, 1, Integer::sum);
            onTime.merge(origin, isOnTime(Integer.parseInt(line.substring(4))) ? 1 : 0, Integer::sum);
        }
        all.forEach((origin, flights) ->
                System.out.println(origin + ": " + onTime.get(origin) + " of " + flights + " on time"));
    }

    static boolean isOnTime(int minutes) {
        return minutes < 15;
    }
}
