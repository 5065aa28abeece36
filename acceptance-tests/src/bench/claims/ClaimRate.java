import dev.datastack.etl.ledger.Claim;
import dev.datastack.etl.ledger.Counts;
import dev.datastack.etl.ledger.LeaseTerms;
import dev.datastack.etl.ledger.Ledger;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Claims loads and says that they are done, as the workers do, without loading: ClaimRate JDBC_URL ROUNDS SECONDS. */
class ClaimRate {
    static final int[] WORKERS = {1, 4, 16, 64};
    static final Ledger LEDGER = new Ledger(new LeaseTerms(Duration.ofMinutes(10), 5));

    /** A month each, so that no two of them exclude each other. */
    static final String READY = """
            TRUNCATE etl.load CASCADE;
            INSERT INTO etl.load (dataset, period, requested_by)
            SELECT 'flights', to_char(date '1000-01-01' + make_interval(months => m), 'YYYY-MM'), 'bench'
              FROM generate_series(0, 23999) m;
            """;

    /** Weather needs the airports that an earlier load is about to bring, and that one is at work for ever. */
    static final String BEHIND_A_NEED = """
            TRUNCATE etl.load CASCADE;
            INSERT INTO etl.load (dataset, period, requested_by, status, worker, lease_until)
            VALUES ('airports', 'all', 'bench', 'running', 'bench', 'infinity');
            INSERT INTO etl.load (dataset, period, requested_by)
            SELECT 'weather', to_char(date '1000-01-01' + make_interval(months => m % 24000), 'YYYY-MM'), 'bench'
              FROM generate_series(1, 115946) m;
            INSERT INTO etl.load (dataset, period, requested_by)
            SELECT 'flights', to_char(date '1000-01-01' + make_interval(months => m), 'YYYY-MM'), 'bench'
              FROM generate_series(0, 23999) m;
            """;

    record Case(String name, String prepare, boolean snapshot) {}

    public static void main(String[] args) throws Exception {
        List<Case> cases = List.of(
                new Case("24,000 loads wait", READY, false),
                new Case("the same behind 115,946 that wait for a need", BEHIND_A_NEED, false),
                new Case("24,000 wait, a session holds an old snapshot", READY, true));
        System.out.println("| what | workers | claimed and done a second, median (spread) | one claim, median |");
        System.out.println("|---|---|---|---|");
        for (Case each : cases) {
            for (int workers : WORKERS) {
                double[] rates = new double[Integer.parseInt(args[1])];
                double[] claims = new double[rates.length];
                for (int round = 0; round < rates.length; round++) {
                    List<Double> millis = measured(args[0], each, workers, Integer.parseInt(args[2]));
                    rates[round] = millis.size() / Double.parseDouble(args[2]);
                    claims[round] = median(millis.stream().mapToDouble(Double::doubleValue).toArray());
                }
                Arrays.sort(rates);
                System.out.printf(Locale.ROOT, "| %s | %d | %.0f (%.0f to %.0f) | %.1f ms |%n",
                        each.name(), workers, median(rates), rates[0], rates[rates.length - 1], median(claims));
            }
        }
    }

    /** The milliseconds of each claim. */
    static List<Double> measured(String url, Case what, int workers, int seconds) throws Exception {
        try (Connection other = DriverManager.getConnection(url)) {
            other.createStatement().execute(what.prepare());
            other.createStatement().execute("VACUUM ANALYZE etl.load");
            if (what.snapshot()) {
                other.setAutoCommit(false);
                other.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                other.createStatement().executeQuery("SELECT count(*) FROM etl.load");
            }
            long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
            List<Double> all = new ArrayList<>();
            try (var pool = Executors.newFixedThreadPool(workers)) {
                Callable<List<Double>> work = () -> work(url, end);
                for (Future<List<Double>> each : pool.invokeAll(java.util.Collections.nCopies(workers, work))) {
                    all.addAll(each.get());
                }
            }
            return all;
        }
    }

    static List<Double> work(String url, long end) throws Exception {
        List<Double> millis = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url)) {
            while (System.nanoTime() < end) {
                long begun = System.nanoTime();
                Optional<Claim> claim = LEDGER.claim(connection, "bench " + Thread.currentThread().getName());
                if (claim.isPresent()) {
                    millis.add((System.nanoTime() - begun) / 1e6);
                    LEDGER.done(connection, claim.get(), new Counts("none", "", 0, 0, 0));
                }
            }
        }
        return millis;
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }
}
