@NullMarked
package dev.datastack.acceptance;

import org.jspecify.annotations.NullMarked;
