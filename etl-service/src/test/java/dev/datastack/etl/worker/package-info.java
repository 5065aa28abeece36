@NullMarked
package dev.datastack.etl.worker;

import org.jspecify.annotations.NullMarked;
