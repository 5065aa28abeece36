package dev.datastack.cli.backup;

import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts with a passphrase as OpenSSL does, so that OpenSSL decrypts it: {@code openssl enc -d -aes-256-cbc -pbkdf2 -iter
 * 600000}. The number of iterations is what OWASP recommends for PBKDF2 with HMAC-SHA-256.
 */
public final class Passphrase {
    private static final int ITERATIONS = 600_000;
    private static final int SHORTEST = 12;
    /** OpenSSL reads no more of a line than 1,023 bytes, and a character may have four. */
    private static final int LONGEST = 255;

    private static final byte[] MARK = "Salted__".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final int SALT = 8;
    private static final int KEY = 32;
    private static final int BLOCK = 16;

    private final char[] characters;

    private Passphrase(String text) {
        this.characters = text.toCharArray();
    }

    /** The first line of a file in UTF-8, as OpenSSL's {@code -pass file:} has it. */
    public static Passphrase in(Path file) {
        if (Files.isDirectory(file)) {
            throw unusable(file, "it is a folder, not a file with a passphrase.");
        }
        try {
            var line = Files.readString(file).split("\n", 2)[0];
            if (line.length() < SHORTEST || line.length() > LONGEST) {
                throw unusable(
                        file,
                        "its first line has " + line.length() + " characters; a passphrase has " + SHORTEST + " to "
                                + LONGEST + ".");
            }
            if (line.endsWith("\r")) {
                throw unusable(file, "its first line ends as in Windows, and OpenSSL takes that as part of it.");
            }
            return new Passphrase(line);
        } catch (CharacterCodingException e) {
            throw unusable(file, "it is not text in UTF-8.");
        } catch (NoSuchFileException e) {
            throw unusable(file, "there is no such file.");
        } catch (IOException e) {
            throw unusable(file, "it cannot be read (" + e.getMessage() + ").");
        }
    }

    private static StackException unusable(Path file, String why) {
        return new StackException(
                Problem.PASSPHRASE_UNUSABLE,
                file + ": " + why,
                "to read a passphrase",
                "write a long one into a file that only you can read: (umask 077; openssl rand -base64 24 > passphrase.txt)");
    }

    byte[] seal(byte[] content, SecureRandom random) {
        var salt = new byte[SALT];
        random.nextBytes(salt);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, salt).doFinal(content);
            var all = Arrays.copyOf(MARK, MARK.length + SALT + sealed.length);
            System.arraycopy(salt, 0, all, MARK.length, SALT);
            System.arraycopy(sealed, 0, all, MARK.length + SALT, sealed.length);
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empty where this is not the passphrase. By chance another one can give an answer, which is nonsense. */
    public Optional<byte[]> open(byte[] sealed) {
        int from = MARK.length + SALT;
        if (sealed.length < from || !Arrays.equals(MARK, Arrays.copyOf(sealed, MARK.length))) {
            return Optional.empty();
        }
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOfRange(sealed, MARK.length, from));
            return Optional.of(cipher.doFinal(sealed, from, sealed.length - from));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] salt) throws GeneralSecurityException {
        var spec = new PBEKeySpec(characters, salt, ITERATIONS, (KEY + BLOCK) * Byte.SIZE);
        var derived = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(spec)
                .getEncoded();
        var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(mode, new SecretKeySpec(derived, 0, KEY, "AES"), new IvParameterSpec(derived, KEY, BLOCK));
        return cipher;
    }
}
