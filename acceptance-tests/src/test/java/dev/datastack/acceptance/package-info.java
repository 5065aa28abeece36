/** The whole stack, through its front doors: a Compose project of its own with free ports, made and removed by the tests. */
@NullMarked
package dev.datastack.acceptance;

import org.jspecify.annotations.NullMarked;
