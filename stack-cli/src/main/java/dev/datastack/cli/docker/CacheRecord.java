package dev.datastack.cli.docker;

/** One step's result in the build cache, with docker's words for its size, of which it tells three digits. */
public record CacheRecord(String description, String size, String lastUsedAt) {
    /** In bytes. */
    public long bytes() {
        return Bytes.parse(size);
    }
}
