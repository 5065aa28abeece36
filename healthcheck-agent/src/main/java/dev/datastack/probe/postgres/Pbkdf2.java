package dev.datastack.probe.postgres;

import dev.datastack.probe.machine.Deadline;
import dev.datastack.probe.machine.Unhealthy;
import dev.datastack.probe.text.Sentence;
import java.util.Arrays;

/** The slow hash of SCRAM (RFC 8018, one block). The server chooses the rounds, so the deadline is watched. */
final class Pbkdf2 {
    private static final int ROUNDS_BETWEEN_CHECKS = 512;

    private final Hmac hmac;

    Pbkdf2(byte[] password) {
        hmac = new Hmac(password);
    }

    byte[] derive(byte[] salt, int rounds, Deadline deadline) throws Unhealthy {
        byte[] first = Arrays.copyOf(salt, salt.length + 4);
        first[first.length - 1] = 1;
        byte[] round = hmac.of(first);
        byte[] derived = Arrays.copyOf(round, round.length);
        for (int i = 1; i < rounds; i++) {
            hmac.into(round, round.length, round);
            for (int j = 0; j < derived.length; j++) {
                derived[j] ^= round[j];
            }
            if (i % ROUNDS_BETWEEN_CHECKS == 0) {
                deadline.check(
                        Sentence.of("hashing the password {} times, as the server asks", Integer.toString(rounds)));
            }
        }
        return derived;
    }
}
