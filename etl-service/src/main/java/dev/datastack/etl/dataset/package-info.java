/**
 * What can be loaded. Each dataset is declared in one class (Flights, Weather, Planes, Airports, Airlines): its file, its
 * table, its columns with their types, and the rules that a row must keep. Nothing here knows files or databases.
 */
@NullMarked
package dev.datastack.etl.dataset;

import org.jspecify.annotations.NullMarked;
