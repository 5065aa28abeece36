/**
 * What no service may do: hold a privilege, reach outside, be reached from outside, show a secret, write where it may only read.
 */
@NullMarked
package dev.datastack.acceptance.confinement;

import org.jspecify.annotations.NullMarked;
