package dev.datastack.acceptance.images;

import dev.datastack.acceptance.stack.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Connections to the real hosts from here: a machine that stands behind such a proxy itself names its bundle. */
final class TrustOfThisMachine {
    private TrustOfThisMachine() {}

    static SSLSocketFactory factory() throws IOException, GeneralSecurityException {
        var bundle = Optional.ofNullable(System.getenv("STACK_CA_BUNDLE"))
                .or(() -> Repository.setting("STACK_CA_BUNDLE"))
                .map(Path::of)
                .map(Repository.root()::resolve);
        if (bundle.isEmpty() || Files.size(bundle.get()) == 0) {
            return SSLContext.getDefault().getSocketFactory();
        }
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (var in = Files.newInputStream(bundle.get())) {
            int number = 0;
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("bundle-" + number++, certificate);
            }
        }
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context.getSocketFactory();
    }
}
