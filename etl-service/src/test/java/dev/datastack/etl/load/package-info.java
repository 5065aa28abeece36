@NullMarked
package dev.datastack.etl.load;

import org.jspecify.annotations.NullMarked;
