package dev.datastack.probe.postgres;

import java.util.Arrays;

/** SHA-256 (FIPS 180-4). The native build has no MessageDigest; this one allocates nothing after its creation. */
final class Sha256 {
    static final int BLOCK = 64;
    static final int SIZE = 32;

    /** Fractions of the cube roots of the first 64 primes. */
    private static final int[] ROUND = {
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
    };

    /** Fractions of the square roots of the first 8 primes. */
    private static final int[] START = {
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19
    };

    private final int[] state = Arrays.copyOf(START, 8);
    private final int[] schedule = new int[64];
    private final byte[] block = new byte[BLOCK];
    private long length;

    byte[] digest(byte[] bytes) {
        byte[] digest = new byte[SIZE];
        reset();
        update(bytes, bytes.length);
        finish(digest);
        return digest;
    }

    void reset() {
        System.arraycopy(START, 0, state, 0, state.length);
        length = 0;
    }

    /** Continues where the other one is; both must stand at the start of a block. */
    void continueFrom(Sha256 other) {
        System.arraycopy(other.state, 0, state, 0, state.length);
        length = other.length;
    }

    void update(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            put(bytes[i]);
        }
    }

    void finish(byte[] digest) {
        long bits = length * 8;
        put((byte) 0x80);
        while (length % BLOCK != BLOCK - 8) {
            put((byte) 0);
        }
        for (int shift = 56; shift >= 0; shift -= 8) {
            put((byte) (bits >>> shift));
        }
        for (int i = 0; i < SIZE; i++) {
            digest[i] = (byte) (state[i / 4] >>> (24 - 8 * (i % 4)));
        }
    }

    private void put(byte b) {
        block[(int) (length++ % BLOCK)] = b;
        if (length % BLOCK == 0) {
            compress();
        }
    }

    private void compress() {
        expand();
        int a = state[0];
        int b = state[1];
        int c = state[2];
        int d = state[3];
        int e = state[4];
        int f = state[5];
        int g = state[6];
        int h = state[7];
        for (int i = 0; i < 64; i++) {
            int s1 = Integer.rotateRight(e, 6) ^ Integer.rotateRight(e, 11) ^ Integer.rotateRight(e, 25);
            int t1 = h + s1 + ((e & f) ^ (~e & g)) + ROUND[i] + schedule[i];
            int s0 = Integer.rotateRight(a, 2) ^ Integer.rotateRight(a, 13) ^ Integer.rotateRight(a, 22);
            int t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
            h = g;
            g = f;
            f = e;
            e = d + t1;
            d = c;
            c = b;
            b = a;
            a = t1 + t2;
        }
        add(a, b, c, d);
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }

    private void add(int a, int b, int c, int d) {
        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
    }

    private void expand() {
        for (int i = 0; i < 16; i++) {
            int at = 4 * i;
            schedule[i] = (block[at] & 0xff) << 24
                    | (block[at + 1] & 0xff) << 16
                    | (block[at + 2] & 0xff) << 8
                    | (block[at + 3] & 0xff);
        }
        for (int i = 16; i < 64; i++) {
            int x = schedule[i - 15];
            int y = schedule[i - 2];
            int s0 = Integer.rotateRight(x, 7) ^ Integer.rotateRight(x, 18) ^ (x >>> 3);
            int s1 = Integer.rotateRight(y, 17) ^ Integer.rotateRight(y, 19) ^ (y >>> 10);
            schedule[i] = schedule[i - 16] + s0 + schedule[i - 7] + s1;
        }
    }
}
