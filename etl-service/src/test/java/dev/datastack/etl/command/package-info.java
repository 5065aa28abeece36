@NullMarked
package dev.datastack.etl.command;

import org.jspecify.annotations.NullMarked;
