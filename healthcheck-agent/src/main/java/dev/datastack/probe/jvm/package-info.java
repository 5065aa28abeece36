/**
 * The machine as the JVM shows it. This build is the reference that the native one is held against.
 */
@NullMarked
package dev.datastack.probe.jvm;

import org.jspecify.annotations.NullMarked;
