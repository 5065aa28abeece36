/** The start on the engines that users have: both image stores, and Compose and buildx from the oldest that is supported. */
@NullMarked
package dev.datastack.acceptance.engines;

import org.jspecify.annotations.NullMarked;
