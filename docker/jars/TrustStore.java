import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;

/** TrustStore.java PEM STORE: the certificates of a PEM file as a trust store. keytool takes one at a time. */
class TrustStore {
    public static void main(String[] arguments) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (var pem = Files.newInputStream(Path.of(arguments[0]))) {
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("ca-" + store.size(), certificate);
            }
        }
        try (var out = Files.newOutputStream(Path.of(arguments[1]))) {
            store.store(out, "changeit".toCharArray());
        }
    }
}
