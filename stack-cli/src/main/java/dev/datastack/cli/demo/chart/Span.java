package dev.datastack.cli.demo.chart;

/** Something that took from one second to another on a lane; the style is its kind. */
public record Span(String lane, String name, String told, double from, double to, String style) {}
