/** The two pages before anybody has logged in: which names they answer to, and what a visitor can do to them. */
@NullMarked
package dev.datastack.acceptance.doors;

import org.jspecify.annotations.NullMarked;
