/**
 * The machine through POSIX calls. TeaVM turns them into plain C calls; the JVM never loads this package.
 */
@NullMarked
package dev.datastack.probe.posix;

import org.jspecify.annotations.NullMarked;
