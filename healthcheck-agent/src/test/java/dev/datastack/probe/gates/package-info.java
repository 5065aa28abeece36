/**
 * The conditions under which a C back end with an unsound collector may be trusted.
 */
@NullMarked
package dev.datastack.probe.gates;

import org.jspecify.annotations.NullMarked;
