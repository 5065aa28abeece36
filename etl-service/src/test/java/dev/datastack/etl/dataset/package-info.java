@NullMarked
package dev.datastack.etl.dataset;

import org.jspecify.annotations.NullMarked;
