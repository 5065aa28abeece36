@NullMarked
package dev.datastack.etl.copy;

import org.jspecify.annotations.NullMarked;
