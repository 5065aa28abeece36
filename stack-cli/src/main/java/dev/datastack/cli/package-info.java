@NullMarked
package dev.datastack.cli;

import org.jspecify.annotations.NullMarked;
