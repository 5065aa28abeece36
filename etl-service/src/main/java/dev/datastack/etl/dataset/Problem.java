package dev.datastack.etl.dataset;

import org.jspecify.annotations.Nullable;

/** Why a row is rejected: the column at fault (none when it is the line as a whole) and the reason. */
public record Problem(@Nullable String column, String reason) {}
