package peer;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** The rules of etl-service (Flights.java), and that no key comes twice. For one month. */
class Rules implements ItemProcessor<Flight, Flight> {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Pattern TWO = Pattern.compile("[A-Z0-9]{2}");
    private static final Pattern THREE = Pattern.compile("[A-Z0-9]{3}");
    private static final Pattern TAILNUM = Pattern.compile("[A-Z0-9]{2,7}");

    private final YearMonth month;
    // With the line, because a chunk that is rolled back is processed again.
    private final Map<Flight.Key, Integer> lines = new HashMap<>();

    Rules(YearMonth month) {
        this.month = month;
    }

    @Override
    public Flight process(Flight f) {
        require(TWO.matcher(f.carrier()).matches() && THREE.matcher(f.origin()).matches(), "bad-code: ");
        require(THREE.matcher(f.dest()).matches(), "bad-code: ");
        require(f.tailnum() == null || TAILNUM.matcher(f.tailnum()).matches(), "bad-code: ");
        require(YearMonth.from(f.flightDate()).equals(month), "wrong-period: ");
        require(in(1, f.flight(), 9999) && in(1, f.distance(), 12_500) && in(1, f.airTime(), 1440), "out-of-range: ");
        require(in(-180, f.depDelay(), 2880) && in(-180, f.arrDelay(), 2880), "out-of-range: ");
        require(in(0, f.hour(), 24) && in(0, f.minute(), 59), "out-of-range: ");
        require(isTime(f.depTime()) && isTime(f.schedDepTime()), "bad-time: ");
        require(isTime(f.arrTime()) && isTime(f.schedArrTime()), "bad-time: ");
        require((f.depTime() == null) == (f.depDelay() == null), "pairing: ");
        require((f.arrDelay() == null) == (f.airTime() == null), "pairing: ");
        require(f.arrTime() == null || f.depTime() != null, "pairing: ");
        require(f.arrDelay() == null || f.arrTime() != null, "pairing: ");
        LocalDateTime local = f.timeHour().atZoneSameInstant(NEW_YORK).toLocalDateTime();
        require(local.equals(f.flightDate().atStartOfDay().plusHours(f.hour())), "contradiction: ");
        require(f.schedDepTime() == f.hour() * 100 + f.minute(), "contradiction: ");
        require(agree(f.depDelay(), f.schedDepTime(), f.depTime()), "contradiction: ");
        require(agree(f.arrDelay(), f.schedArrTime(), f.arrTime()), "contradiction: ");
        Integer first = lines.putIfAbsent(f.key(), f.line());
        if (first != null && first != f.line()) {
            String key = "flight_date, flight, carrier, origin";
            throw new BrokenRule(key, "duplicate: the same " + key + " as in line " + first);
        }
        return f;
    }

    private static void require(boolean kept, String reason) {
        if (!kept) {
            throw new BrokenRule(null, reason);
        }
    }

    private static boolean in(int least, Short value, int most) {
        return value == null || value >= least && value <= most;
    }

    private static boolean isTime(Short clock) {
        return in(1, clock, 2400) && (clock == null || clock % 100 < 60);
    }

    private static boolean agree(Short delay, short planned, Short actual) {
        return delay == null || actual == null || (minutes(actual) - minutes(planned) - delay) % 1440 == 0;
    }

    private static int minutes(short clock) {
        return clock / 100 * 60 + clock % 100;
    }
}
