/**
 * What the agent promises, asked of it as a user does: one suite, run against the JVM build and the native one.
 */
@NullMarked
package dev.datastack.probe.contract;

import org.jspecify.annotations.NullMarked;
