/** Clones and projects side by side: none touches another. */
@NullMarked
package dev.datastack.acceptance.identity;

import org.jspecify.annotations.NullMarked;
