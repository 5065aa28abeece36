package dev.datastack.etl.dataset;

/** A rule as a declaration writes it, with names; bound to the positions of the columns once. */
@FunctionalInterface
interface DeclaredRule {

    Rule on(Columns columns);
}
