/** What is in each image, by name, version and licence: a bill of materials in CycloneDX, and one list of licences. */
@NullMarked
package dev.datastack.cli.images.sbom;

import org.jspecify.annotations.NullMarked;
