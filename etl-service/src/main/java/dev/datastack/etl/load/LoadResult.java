package dev.datastack.etl.load;

/** What a load did. */
public record LoadResult(long read, long loaded, long rejected, int inferred) {}
