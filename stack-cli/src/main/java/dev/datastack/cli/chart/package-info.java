/**
 * Charts as markup: the few kinds of charts that the report needs, drawn as SVG at the
 * width they are shown at. Colours are classes; the page that holds a chart says what they are in light and in dark.
 */
@NullMarked
package dev.datastack.cli.chart;

import org.jspecify.annotations.NullMarked;
