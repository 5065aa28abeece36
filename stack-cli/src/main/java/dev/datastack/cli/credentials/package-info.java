/** {@code stack credentials}: the passwords that the stack made, and what they open. */
@NullMarked
package dev.datastack.cli.credentials;

import org.jspecify.annotations.NullMarked;
