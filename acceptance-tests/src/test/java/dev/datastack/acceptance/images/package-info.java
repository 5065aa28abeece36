/**
 * The images of the stack: what is in them and what is not, what they share, and how they get to where no network is.
 */
@NullMarked
package dev.datastack.acceptance.images;

import org.jspecify.annotations.NullMarked;
