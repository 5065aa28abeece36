/** The base images: present, else pulled, else built from Debian packages under a prefix of their own. */
@NullMarked
package dev.datastack.cli.images.bases;

import org.jspecify.annotations.NullMarked;
