/**
 * Reads an input file as lines of fields, in constant memory. One record is one line: a stray quote then costs one line
 * and not the rest of the file. A file that cannot be read to its end is no input at all.
 */
@NullMarked
package dev.datastack.etl.source;

import org.jspecify.annotations.NullMarked;
