/**
 * What the demo has to show: the marts as tables on the terminal, and as a page with charts. The page is one file
 * without scripts that asks nobody for anything. Titles say what was found, so they are computed like the numbers.
 */
@NullMarked
package dev.datastack.cli.demo.report;

import org.jspecify.annotations.NullMarked;
