/**
 * Pages that are shown to people: a small writer of elements, and what is the same on each page. A page is one file that
 * runs nothing and asks nobody for anything.
 */
@NullMarked
package dev.datastack.cli.page;

import org.jspecify.annotations.NullMarked;
