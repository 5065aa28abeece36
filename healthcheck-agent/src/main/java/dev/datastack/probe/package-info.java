@NullMarked
package dev.datastack.probe;

import org.jspecify.annotations.NullMarked;
