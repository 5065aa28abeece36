package dev.datastack.probe.postgres;

import java.util.Arrays;

/** HMAC-SHA-256 (RFC 2104). The key's two blocks are hashed once, which halves the work of many rounds. */
final class Hmac {
    private final Sha256 inner = new Sha256();
    private final Sha256 outer = new Sha256();
    private final Sha256 work = new Sha256();

    Hmac(byte[] key) {
        byte[] block = Arrays.copyOf(key.length > Sha256.BLOCK ? work.digest(key) : key, Sha256.BLOCK);
        start(inner, block, 0x36);
        start(outer, block, 0x5c);
    }

    private static void start(Sha256 hash, byte[] block, int pad) {
        byte[] padded = new byte[Sha256.BLOCK];
        for (int i = 0; i < padded.length; i++) {
            padded[i] = (byte) (block[i] ^ pad);
        }
        hash.reset();
        hash.update(padded, padded.length);
    }

    byte[] of(byte[] text) {
        byte[] mac = new byte[Sha256.SIZE];
        into(text, text.length, mac);
        return mac;
    }

    /** The text may be the array that takes the result. */
    void into(byte[] text, int length, byte[] mac) {
        work.continueFrom(inner);
        work.update(text, length);
        work.finish(mac);
        work.continueFrom(outer);
        work.update(mac, Sha256.SIZE);
        work.finish(mac);
    }
}
