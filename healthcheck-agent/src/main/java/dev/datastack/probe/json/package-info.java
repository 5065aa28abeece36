/**
 * Finds single values in a JSON text without building a tree, so that an answer of any shape costs no memory.
 */
@NullMarked
package dev.datastack.probe.json;

import org.jspecify.annotations.NullMarked;
