package dev.datastack.probe.postgres;

import dev.datastack.probe.machine.Deadline;
import dev.datastack.probe.machine.Host;
import dev.datastack.probe.machine.Unhealthy;
import dev.datastack.probe.text.Base64;
import dev.datastack.probe.text.Digits;
import dev.datastack.probe.text.Sentence;
import dev.datastack.probe.text.Utf8;

/** SCRAM-SHA-256 (RFC 5802, 7677) without channel binding. The server must prove that it knows the password, too. */
final class ScramLogin {
    static final String MECHANISM = "SCRAM-SHA-256";

    private static final int CONTINUE = 11;
    private static final int FINAL = 12;
    private static final int MAX_ROUNDS = 1_000_000;
    private static final String NO_BINDING = "n,,";

    private final Session session;
    private final byte[] password;
    private final Host host;

    ScramLogin(Session session, String password, Host host) {
        this.session = session;
        this.password = Utf8.bytes(password);
        this.host = host;
    }

    void run(Deadline deadline) throws Unhealthy {
        String nonce = nonce();
        String first = Sentence.of("n=,r={}", nonce);
        session.send(Message.saslStart(MECHANISM, NO_BINDING + first));
        String challenge = answer(CONTINUE);
        String combined = attribute(challenge, 'r');
        if (!combined.startsWith(nonce) || combined.length() == nonce.length()) {
            throw new Unhealthy("answers the login with a foreign nonce");
        }
        byte[] salted = salted(challenge, deadline);
        String last = Sentence.of("c={},r={}", base64(Utf8.bytes(NO_BINDING)), combined);
        byte[] signed = Utf8.bytes(Sentence.of("{},{},{}", first, challenge, last));
        session.send(Message.saslContinue(Sentence.of("{},p={}", last, base64(proof(salted, signed)))));
        byte[] expected = hmac(hmac(salted, Utf8.bytes("Server Key")), signed);
        if (!attribute(answer(FINAL), 'v').equals(base64(expected))) {
            throw new Unhealthy("does not know the password itself: it is not the server that it seems to be");
        }
        if (session.expect('R').int32(0) != 0) {
            throw new Unhealthy("does not finish the login");
        }
    }

    private String nonce() throws Unhealthy {
        byte[] random = new byte[18];
        host.random(random);
        return base64(random);
    }

    private String answer(int kind) throws Unhealthy {
        Frame frame = session.expect('R');
        if (frame.int32(0) != kind) {
            throw new Unhealthy("breaks off the login");
        }
        return frame.text(4, frame.length());
    }

    private byte[] salted(String challenge, Deadline deadline) throws Unhealthy {
        byte[] salt = decoded(attribute(challenge, 's'));
        int rounds = rounds(attribute(challenge, 'i'));
        return new Pbkdf2(password).derive(salt, rounds, deadline);
    }

    private static byte[] proof(byte[] salted, byte[] signed) {
        byte[] clientKey = hmac(salted, Utf8.bytes("Client Key"));
        byte[] signature = hmac(new Sha256().digest(clientKey), signed);
        for (int i = 0; i < clientKey.length; i++) {
            clientKey[i] ^= signature[i];
        }
        return clientKey;
    }

    private static byte[] hmac(byte[] key, byte[] text) {
        return new Hmac(key).of(text);
    }

    private static String base64(byte[] bytes) {
        return Base64.encode(bytes);
    }

    private static byte[] decoded(String text) throws Unhealthy {
        byte[] bytes = Base64.decode(text);
        if (bytes == null) {
            throw new Unhealthy("sends a salt that cannot be read");
        }
        return bytes;
    }

    private static int rounds(String text) throws Unhealthy {
        long rounds = Digits.parse(text, 7);
        if (rounds < 1 || rounds > MAX_ROUNDS) {
            throw new Unhealthy("asks for an unreasonable number of hash rounds");
        }
        return (int) rounds;
    }

    private static String attribute(String text, char name) throws Unhealthy {
        int at = 0;
        while (at + 1 < text.length()) {
            int comma = text.indexOf(',', at);
            int end = comma < 0 ? text.length() : comma;
            if (text.charAt(at) == name && text.charAt(at + 1) == '=') {
                return text.substring(at + 2, end);
            }
            at = end + 1;
        }
        throw new Unhealthy("leaves out a part of the login ({})", Character.toString(name));
    }
}
