package dev.datastack.cli.settings;

import dev.datastack.cli.terminal.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Behind a proxy that re-signs TLS, pip and Maven inside a build fail unless they know its certificate. A host that names
 * a bundle of its own in SSL_CERT_FILE is such a host, so the builds get the same bundle.
 */
public final class CaBundle {
    static final String VARIABLE = "STACK_CA_BUNDLE";
    private static final String HOST_VARIABLE = "SSL_CERT_FILE";

    private final Settings settings;
    private final Terminal terminal;

    public CaBundle(Settings settings, Terminal terminal) {
        this.settings = settings;
        this.terminal = terminal;
    }

    public void ensure() {
        if (settings.isFixed(VARIABLE) || settings.get(VARIABLE).isPresent()) {
            return;
        }
        settings.get(HOST_VARIABLE).filter(CaBundle::isReadable).ifPresent(bundle -> {
            settings.keep(VARIABLE, bundle);
            terminal.say("settings: " + VARIABLE + "=" + bundle + " written to .env, because this machine sets "
                    + HOST_VARIABLE + "; image builds trust the same certificates");
        });
    }

    private static boolean isReadable(String file) {
        var path = Path.of(file);
        return Files.isRegularFile(path) && Files.isReadable(path);
    }
}
