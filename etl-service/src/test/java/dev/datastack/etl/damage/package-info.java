/** Files that arrive damaged: made by a seeded generator, loaded for real, and judged a second time by other programs. */
@NullMarked
package dev.datastack.etl.damage;

import org.jspecify.annotations.NullMarked;
