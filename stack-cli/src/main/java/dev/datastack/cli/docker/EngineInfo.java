package dev.datastack.cli.docker;

/** Of {@code docker info}: memory in bytes, whether limits of it are enforced, processors, and where images are kept. */
public record EngineInfo(long memTotal, boolean memoryLimit, int ncpu, String dockerRootDir) {}
