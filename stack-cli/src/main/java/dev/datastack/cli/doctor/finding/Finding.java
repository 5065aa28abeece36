package dev.datastack.cli.doctor.finding;

import java.util.Optional;

/** Something that is wrong: what was seen, and what cures it. */
public record Finding(Cause cause, String evidence, String cure, Optional<Fix> fix) {}
