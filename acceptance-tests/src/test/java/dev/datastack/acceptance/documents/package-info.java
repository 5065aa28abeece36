/**
 * Command blocks of README and docs: each one is run by a test, or says why not.
 */
@NullMarked
package dev.datastack.acceptance.documents;

import org.jspecify.annotations.NullMarked;
