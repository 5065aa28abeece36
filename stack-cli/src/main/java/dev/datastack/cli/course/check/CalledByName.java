package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The address that a service asks has a name in it, and where that service runs the name means the other one. */
@JsonTypeName("by-name")
record CalledByName(String name, String service, List<String> asks, String to) implements ProjectCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String LOOK_UP = "getent ahosts \"$0\" | while read -r address _; do echo \"$address\"; done";

    @Override
    public Finding look(Lab lab) {
        var printed = lab.project().exec(service, asks);
        var host = host(printed.outText());
        if (!printed.well() || host.isEmpty()) {
            return finding(false, Told.command(asks) + ": " + Told.briefly(printed));
        }
        var asked = host.get();
        if (asked.matches("[0-9.]+|\\[.*]")) {
            return finding(false, service + " asks " + asked + ", which is a number");
        }
        // On a busy machine the engine's name server may be late.
        var meant = lab.until(PATIENCE, () -> meaning(lab, asked), addresses -> !addresses.isEmpty());
        if (meant.isEmpty()) {
            return finding(false, service + " asks " + asked + ", and nobody has that name");
        }
        var addresses = addresses(lab);
        boolean passed = meant.stream().anyMatch(addresses::contains);
        return finding(
                passed,
                service + " asks " + asked + ", which is "
                        + (passed ? to : String.join(" ", meant) + " and not " + to));
    }

    private List<String> meaning(Lab lab, String asked) {
        return lab.project().beside(service, LOOK_UP, asked).out().stream()
                .filter(line -> !line.isBlank())
                .distinct()
                .toList();
    }

    private static Optional<String> host(String url) {
        try {
            return Optional.ofNullable(URI.create(url.strip()).getHost());
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private List<String> addresses(Lab lab) {
        return lab.project().container(to).stream()
                .flatMap(container -> container.networkSettings().networks().values().stream())
                .flatMap(endpoint -> Stream.of(endpoint.ipAddress(), endpoint.globalIPv6Address()))
                .filter(address -> !address.isEmpty())
                .toList();
    }

    private Finding finding(boolean passed, String observed) {
        return new Finding(passed, observed, service + " asks " + to + " by a name that means it there");
    }
}
