/** {@code ./stack doctor} beside a real stack: causes are planted in it, and found by name. */
@NullMarked
package dev.datastack.acceptance.doctor;

import org.jspecify.annotations.NullMarked;
