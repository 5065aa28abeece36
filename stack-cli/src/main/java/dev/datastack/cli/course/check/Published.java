package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the host offers a port of a service: an address, or nowhere. The check takes a free host port, not the file's. */
@JsonTypeName("published")
record Published(
        String name, String service, int port, @Nullable String address, boolean open) implements ProjectCheck {
    @Override
    public Finding look(Lab lab) {
        var found = lab.project().published(service, port);
        boolean met = open ? !found.isEmpty() && found.stream().allMatch(this::isWished) : found.isEmpty();
        return new Finding(
                met, words(found.stream().map(Published::host).distinct().toList()), expected());
    }

    private boolean isWished(String binding) {
        return address == null || host(binding).equals(address);
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
