/**
 * What the images of the stack consist of: layers, who shares them, what the build stages left behind, and how much a
 * naive Dockerfile of the same service would weigh.
 */
@NullMarked
package dev.datastack.cli.explain;

import org.jspecify.annotations.NullMarked;
