package peer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.batch.infrastructure.item.file.transform.FieldSet;

/** A line and what it says. A field of another type makes an exception, and that makes a skipped line. */
record Flight(
        int line,
        String raw,
        Short year,
        Short month,
        Short day,
        Short depTime,
        Short schedDepTime,
        Short depDelay,
        Short arrTime,
        Short schedArrTime,
        Short arrDelay,
        String carrier,
        Short flight,
        String tailnum,
        String origin,
        String dest,
        Short airTime,
        Short distance,
        Short hour,
        Short minute,
        OffsetDateTime timeHour,
        LocalDate flightDate) {

    static Flight of(int line, String raw, FieldSet set) {
        if (set.getFieldCount() != 19) {
            throw new IllegalArgumentException(set.getFieldCount() + " fields");
        }
        short year = set.readShort(0);
        short month = set.readShort(1);
        short day = set.readShort(2);
        LocalDate date;
        try {
            date = LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
        return new Flight(
                line,
                raw,
                year,
                month,
                day,
                number(set, 3),
                set.readShort(4),
                number(set, 5),
                number(set, 6),
                set.readShort(7),
                number(set, 8),
                set.readString(9),
                set.readShort(10),
                set.readString(11).equals("NA") ? null : set.readString(11),
                set.readString(12),
                set.readString(13),
                number(set, 14),
                set.readShort(15),
                set.readShort(16),
                set.readShort(17),
                OffsetDateTime.parse(set.readString(18)),
                date);
    }

    private static Short number(FieldSet set, int field) {
        return set.readString(field).equals("NA") ? null : set.readShort(field);
    }

    record Key(LocalDate date, short flight, String carrier, String origin) {}

    Key key() {
        return new Key(flightDate, flight, carrier, origin);
    }
}
