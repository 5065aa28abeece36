package dev.datastack.cli.ports;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.terminal.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Words for ports that are taken: all of them, each with its holder and a free one beside it. */
final class PortRefusal {
    /** Of each line of the evidence, with the column that a screen needs to end a line. */
    static final int INDENT = 5;

    private PortRefusal() {}

    /** {@code width} is the room for a line of evidence. */
    static StackException of(List<TakenPort> taken, int width) {
        var numbers = joined(taken, ", ", port -> String.valueOf(port.port().published()));
        var tried = joined(
                taken, ", ", port -> port.port().hostIp() + ":" + port.port().published());
        return new StackException(
                        Problem.PORT_TAKEN,
                        numbers + (taken.size() == 1 ? " is" : " are") + fact(taken) + ".",
                        "to bind " + tried,
                        cure(taken))
                .showing(table(taken, width));
    }

    private static String fact(List<TakenPort> taken) {
        return taken.stream().allMatch(TakenPort::isShared) ? " published twice" : " in use already";
    }

    private static List<String> table(List<TakenPort> taken, int width) {
        var table = new Table("PORT", "FOR", "TAKEN BY", "FREE");
        for (var port : taken) {
            var number = String.valueOf(port.port().published());
            table.row(number, port.port().service(), port.holder(), port.setting());
        }
        var lines = table.lines();
        return lines.stream().allMatch(line -> line.length() <= width)
                ? lines
                : taken.stream().map(PortRefusal::sentence).toList();
    }

    private static String sentence(TakenPort port) {
        return port.port().published() + " for " + port.port().service() + ": taken by " + port.holder() + "; free is "
                + port.setting();
    }

    private static String cure(List<TakenPort> taken) {
        var cures = new ArrayList<String>();
        var movable = taken.stream().filter(TakenPort::isMovable).toList();
        var fixed = taken.stream().filter(TakenPort::fixedByShell).toList();
        var written = taken.stream().filter(port -> port.variable().isEmpty()).toList();
        if (!fixed.isEmpty()) {
            var names = joined(fixed, " ", port -> port.variable().orElse(""));
            cures.add(names + " of your shell wins over .env: 'unset " + names + "', or '"
                    + joined(fixed, " ", TakenPort::setting) + " ./stack up'");
        }
        if (!written.isEmpty()) {
            cures.add("in the Compose file that publishes it, change "
                    + joined(written, ", ", port -> port.port().published() + " to " + port.free()));
        }
        if (!movable.isEmpty()) {
            var lines = joined(movable, " and ", TakenPort::setting);
            cures.add(
                    cures.isEmpty()
                            ? "'./stack up --yes' writes " + lines + " to .env and starts"
                            : "write " + lines + " to .env");
        }
        if (!taken.stream().allMatch(TakenPort::isShared)) {
            cures.add("or stop what holds " + (taken.size() == 1 ? "it" : "them"));
        }
        return String.join("; ", cures);
    }

    private static String joined(List<TakenPort> ports, String between, Function<TakenPort, String> words) {
        return ports.stream().map(words).collect(Collectors.joining(between));
    }
}
