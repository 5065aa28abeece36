package dev.datastack.probe.server;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** A PostgreSQL server that checks a SCRAM-SHA-256 login with the JDK's own cryptography. */
public final class ScramServer implements TestServer.Talk {
    private static final byte[] SALT = "a salt, sixteen.".getBytes(StandardCharsets.UTF_8);
    private static final int USUAL_ROUNDS = 4096;

    private final String password;
    private final boolean honest;
    private final int rounds;

    /** A server that is not honest lets everybody in without knowing the password. */
    public ScramServer(String password, boolean honest) {
        this(password, honest, USUAL_ROUNDS);
    }

    public ScramServer(String password, boolean honest, int rounds) {
        this.password = password;
        this.honest = honest;
        this.rounds = rounds;
    }

    /** A server that resets the connection while its client hashes the password. */
    public static TestServer.Talk resetting(int rounds) {
        return client -> {
            DataInputStream in = new DataInputStream(client.getInputStream());
            FakePostgres.readStartup(in);
            client.getOutputStream().write(FakePostgres.scramOffer());
            String first = bare(new String(FakePostgres.readMessage(in), StandardCharsets.UTF_8));
            client.getOutputStream().write(FakePostgres.authentication(11, challenge(first, rounds)));
            client.setSoLinger(true, 0);
        };
    }

    private static String challenge(String first, int rounds) {
        return first.substring(first.indexOf("r=")) + "server,s="
                + Base64.getEncoder().encodeToString(SALT) + ",i=" + rounds;
    }

    @Override
    public void with(Socket client) throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        OutputStream out = client.getOutputStream();
        FakePostgres.readStartup(in);
        out.write(FakePostgres.scramOffer());
        String first = bare(new String(FakePostgres.readMessage(in), StandardCharsets.UTF_8));
        String challenge = challenge(first, rounds);
        out.write(FakePostgres.authentication(11, challenge));
        String last = new String(FakePostgres.readMessage(in), StandardCharsets.UTF_8);
        String signed = first + "," + challenge + "," + last.substring(0, last.indexOf(",p="));
        byte[] salted = salted();
        if (honest && !proofFits(salted, signed, last)) {
            out.write(FakePostgres.error("28P01", "password authentication failed for user \"app\""));
            return;
        }
        byte[] signature = hmac(hmac(salted, "Server Key"), honest ? signed : "something else");
        out.write(FakePostgres.authentication(12, "v=" + Base64.getEncoder().encodeToString(signature)));
        out.write(FakePostgres.authentication(0, ""));
        out.write(FakePostgres.ready());
        FakePostgres.readMessage(in);
        out.write(FakePostgres.message('D', new byte[] {0, 1, 0, 0, 0, 1, '1'}));
        out.write(FakePostgres.ready());
        in.readAllBytes();
    }

    private static String bare(String saslStart) {
        return saslStart.substring(saslStart.indexOf("n,,") + 3);
    }

    private boolean proofFits(byte[] salted, String signed, String last) {
        byte[] key = hmac(salted, "Client Key");
        byte[] signature = hmac(sha256(key), signed);
        byte[] proof = new byte[key.length];
        for (int i = 0; i < proof.length; i++) {
            proof[i] = (byte) (key[i] ^ signature[i]);
        }
        return last.endsWith(",p=" + Base64.getEncoder().encodeToString(proof));
    }

    private byte[] salted() {
        try {
            PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), SALT, rounds, 256);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
