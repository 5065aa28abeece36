/**
 * What a probe needs of the machine it runs on: sockets, files, clocks and a deadline. Two builds implement it, the
 * JVM's and the native one; everything else is the same in both.
 */
@NullMarked
package dev.datastack.probe.machine;

import org.jspecify.annotations.NullMarked;
