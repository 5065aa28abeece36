/**
 * Bytes, characters and numbers in plain loops. The class library's own ways bring tables and decoders along that would
 * make the native build half as large again.
 */
@NullMarked
package dev.datastack.probe.text;

import org.jspecify.annotations.NullMarked;
