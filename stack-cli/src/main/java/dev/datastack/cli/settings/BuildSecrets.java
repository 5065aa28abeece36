package dev.datastack.cli.settings;

import dev.datastack.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.List;

/**
 * The files that image builds read without keeping them. Behind a proxy that re-signs TLS, pip and Maven inside a build
 * fail unless they know its certificate; a host that names a bundle of its own in SSL_CERT_FILE is such a host, so the
 * builds get the same bundle.
 */
public final class BuildSecrets {
    public static final String CA_BUNDLE = "STACK_CA_BUNDLE";
    public static final String MAVEN_SETTINGS = "MAVEN_SETTINGS";
    private static final String HOST_BUNDLE = "SSL_CERT_FILE";

    private final Path root;
    private final Settings settings;
    private final Terminal terminal;

    public BuildSecrets(Path root, Settings settings, Terminal terminal) {
        this.root = root;
        this.settings = settings;
        this.terminal = terminal;
    }

    /** Ends with an exception where the variable names a file that nobody here can read; changes nothing. */
    public static void requireReadable(String variable, Path root, Settings settings) {
        settings.path(variable, root).ifPresent(file -> BuildSecret.requireReadable(variable, file));
    }

    /** Before a build or a start: each file that is set is there, and where builders may read it. */
    public void ensure() {
        takeOverHostBundle();
        // The certificates are mounted into containers too, whose users are others. Maven's settings may hold
        // passwords.
        var bundle = new BuildSecret(CA_BUNDLE, BuildSecret.FOLDER + "/ca.pem", "rw-r--r--");
        var maven = new BuildSecret(MAVEN_SETTINGS, BuildSecret.FOLDER + "/maven-settings.xml", "rw-------");
        List.of(bundle, maven).forEach(secret -> secret.ensure(root, settings, terminal));
    }

    private void takeOverHostBundle() {
        if (settings.isFixed(CA_BUNDLE) || settings.get(CA_BUNDLE).isPresent()) {
            return;
        }
        settings.get(HOST_BUNDLE)
                .filter(file -> BuildSecret.isReadable(Path.of(file)))
                .ifPresent(bundle -> {
                    settings.keep(CA_BUNDLE, bundle);
                    terminal.say(
                            "settings: " + CA_BUNDLE + "=" + bundle + " written to .env, because this machine sets "
                                    + HOST_BUNDLE + "; image builds trust the same certificates");
                });
    }
}
