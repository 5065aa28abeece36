@NullMarked
package dev.datastack.etl;

import org.jspecify.annotations.NullMarked;
