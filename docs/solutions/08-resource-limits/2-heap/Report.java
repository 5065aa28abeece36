import java.util.ArrayList;

/** Keeps as many months of flights in memory as fit into six tenths of its heap; the others it would read again. */
class Report {
    static final int MONTHS = 12;
    static final long MEGABYTE = 1 << 20;
    /** The year has 144 MB, so it never holds more. */
    static final int MEGABYTES_OF_A_MONTH = 12;

    public static void main(String[] arguments) {
        long room = Runtime.getRuntime().maxMemory() * 6 / 10;
        System.out.println("heap: " + Runtime.getRuntime().maxMemory() / MEGABYTE + " MB at most");
        long fit = Math.min(MONTHS, room / (MEGABYTES_OF_A_MONTH * MEGABYTE));
        var cache = new ArrayList<byte[]>();
        while (cache.size() < fit * MEGABYTES_OF_A_MONTH) {
            cache.add(new byte[(int) MEGABYTE]);
        }
        long kept = cache.size() / MEGABYTES_OF_A_MONTH;
        System.out.println("report done with " + kept + " of " + MONTHS + " months in memory");
    }
}
