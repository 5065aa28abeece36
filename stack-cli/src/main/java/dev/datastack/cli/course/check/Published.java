package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the host offers a port of a service: an address, or nowhere. The check takes a free host port, not the file's. */
@JsonTypeName("published")
record Published(
        String name, String service, int port, @Nullable String address, boolean open) implements ProjectCheck {
    private static final String LOOPBACK = "127.0.0.1";

    @Override
    public Finding look(Lab lab) {
        var project = lab.project();
        // The engine publishes nothing for a container that does not run.
        Running.orThrow(project, service);
        var found = project.published(service, port);
        boolean met = open ? !found.isEmpty() && found.stream().allMatch(this::isWished) : found.isEmpty();
        return new Finding(
                met, words(found.stream().map(Published::host).distinct().toList()), expected());
    }

    private boolean isWished(String binding) {
        return address == null
                || host(binding).equals(address)
                || (LOOPBACK.equals(address) && isLoopback(host(binding)));
    }

    /** This machine has more than one address for itself. */
    private static boolean isLoopback(String host) {
        return host.equals("::1") || host.matches("127(\\.[0-9]+){3}");
    }

    private static String host(String binding) {
        return binding.substring(0, binding.lastIndexOf(':'));
    }

    private String expected() {
        return words(open ? List.of(address == null ? "an address of the host" : address) : List.of());
    }

    private String words(List<String> addresses) {
        var which = "port " + port + " of " + service;
        return addresses.isEmpty()
                ? which + " is not published"
                : which + " is published on " + String.join(" and ", addresses);
    }
}
