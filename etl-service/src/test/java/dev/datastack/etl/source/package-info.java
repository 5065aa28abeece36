@NullMarked
package dev.datastack.etl.source;

import org.jspecify.annotations.NullMarked;
