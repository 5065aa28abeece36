package dev.datastack.cli.images.sbom;

import java.util.List;

/** A package of an image. The purl is its name in the form that all scanners know; the licences are as it states them. */
record Component(String name, String version, String purl, List<String> licences) {}
