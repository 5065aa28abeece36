/** How much memory the services may use: the profiles, and which one fits the engine. */
@NullMarked
package dev.datastack.cli.profile;

import org.jspecify.annotations.NullMarked;
