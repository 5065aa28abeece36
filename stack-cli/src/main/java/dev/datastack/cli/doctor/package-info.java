/** {@code stack doctor}: looks at everything that is known to go wrong, and says what it could not look at. */
@NullMarked
package dev.datastack.cli.doctor;

import org.jspecify.annotations.NullMarked;
