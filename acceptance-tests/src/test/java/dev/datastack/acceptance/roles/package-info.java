/** What each role of the database may do: every statement of a list, as every role, against the server with its limits. */
@NullMarked
package dev.datastack.acceptance.roles;

import org.jspecify.annotations.NullMarked;
