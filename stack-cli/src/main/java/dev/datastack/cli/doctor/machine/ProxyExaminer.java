package dev.datastack.cli.doctor.machine;

import dev.datastack.cli.doctor.finding.Cause;
import dev.datastack.cli.doctor.finding.Examiner;
import dev.datastack.cli.doctor.finding.Findings;
import dev.datastack.cli.ports.Loopback;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Proxies that the shell or Docker's own configuration names. Builds and downloads wait for one that is not there. */
public final class ProxyExaminer implements Examiner {
    private static final List<String> VARIABLES = List.of("http_proxy", "https_proxy", "all_proxy");
    private static final int PATIENCE_MILLIS = 3000;

    private final Map<String, String> shell;

    private record Named(String where, String address, String removal) {
        /** Findings are pasted into reports, and an address may contain an account and its password. */
        String withoutAccount() {
            return address.replaceFirst("^([^/@]*//)?.*@", "$1***@");
        }
    }

    public ProxyExaminer(Map<String, String> shell) {
        this.shell = shell;
    }

    @Override
    public void examine(Findings findings) {
        var named = new ArrayList<>(ofDocker());
        shell.forEach((name, value) -> {
            if (VARIABLES.contains(name.toLowerCase(Locale.ROOT)) && !value.isBlank()) {
                named.add(new Named(name + " of the shell", value, "unset " + name));
            }
        });
        named.stream()
                .filter(proxy -> isSilent(proxy.withoutAccount()))
                .forEach(proxy -> findings.add(
                        Cause.PROXY_SILENT,
                        proxy.where() + " names " + proxy.withoutAccount() + ", where nothing answers",
                        "start the proxy, or " + proxy.removal()));
    }

    /** Docker gives them to every build and every container. */
    private List<Named> ofDocker() {
        var folder = shell.getOrDefault("DOCKER_CONFIG", shell.getOrDefault("HOME", "") + "/.docker");
        var file = Path.of(folder, "config.json");
        var named = new ArrayList<Named>();
        try {
            if (Files.isReadable(file)) {
                var proxies =
                        JsonMapper.shared().readTree(Files.readString(file)).path("proxies");
                proxies.properties()
                        .forEach(engine -> engine.getValue().properties().stream()
                                .filter(proxy -> !proxy.getKey().equals("noProxy"))
                                .forEach(proxy -> named.add(new Named(
                                        proxy.getKey() + " in " + file,
                                        proxy.getValue().asString(""),
                                        "remove it there"))));
            }
        } catch (IOException | JacksonException e) {
            // Docker itself complains of a file that it cannot read.
            return List.of();
        }
        return named;
    }

    private static boolean isSilent(String address) {
        try {
            var uri = URI.create(address.contains("://") ? address : "http://" + address);
            return uri.getHost() != null
                    && uri.getPort() > 0
                    && !Loopback.answers(uri.getHost(), uri.getPort(), PATIENCE_MILLIS);
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}
