/** What has to be built before a start: the jars that images take in, and the images. */
@NullMarked
package dev.datastack.cli.build;

import org.jspecify.annotations.NullMarked;
