package dev.datastack.acceptance.images;

import dev.datastack.acceptance.stack.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority that nobody but its own clients trusts, made by the JDK's keytool. */
final class CertificateAuthority {
    private static final String PASSWORD = "for-the-test";

    private final Shell shell;
    private final Path keys;
    private final Path certificate;

    private CertificateAuthority(Shell shell) {
        this.shell = shell;
        this.keys = shell.folder().resolve("keys.p12");
        this.certificate = shell.folder().resolve("ca.pem");
    }

    static CertificateAuthority in(Path folder) {
        var authority = new CertificateAuthority(Shell.in(folder));
        // Python is strict since 3.13: an authority must say that it signs.
        var words = "-genkeypair -alias ca -keyalg EC -ext bc:c -ext ku:c=keyCertSign,cRLSign -dname";
        authority.keytool(Shell.words(words, "CN=Re-signing proxy"));
        authority.keytool("-exportcert", "-alias", "ca", "-rfc", "-file", authority.certificate.toString());
        return authority;
    }

    Path certificate() {
        return certificate;
    }

    /** What a server shows that pretends to be the host: a certificate of this authority. */
    synchronized SSLContext pretendingToBe(String host) throws IOException, GeneralSecurityException {
        var store = shell.folder().resolve(host + ".p12");
        if (!Files.exists(store)) {
            sign(host, store);
        }
        var keyStore = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keyStore, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private void sign(String host, Path store) {
        var request = shell.folder().resolve(host + ".csr").toString();
        var signed = shell.folder().resolve(host + ".pem").toString();
        var own = List.of("-keystore", store.toString(), "-alias", "host");
        run(own, "-genkeypair", "-keyalg", "EC", "-dname", "CN=" + host);
        run(own, "-certreq", "-file", request);
        keytool("-gencert", "-alias", "ca", "-rfc", "-ext", "san=dns:" + host, "-infile", request, "-outfile", signed);
        run(
                List.of("-keystore", store.toString(), "-alias", "ca"),
                "-importcert",
                "-noprompt",
                "-file",
                certificate.toString());
        run(own, "-importcert", "-file", signed);
    }

    private void keytool(String... words) {
        run(List.of("-keystore", keys.toString()), words);
    }

    private void run(List<String> store, String... words) {
        var argv = new ArrayList<String>();
        argv.add(Path.of(System.getProperty("java.home", ""), "bin", "keytool").toString());
        argv.addAll(List.of(words));
        argv.addAll(store);
        argv.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        shell.output(argv.toArray(String[]::new));
    }
}
