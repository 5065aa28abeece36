/** This clone's settings: the environment in front of the file .env, which is edited line by line. */
@NullMarked
package dev.datastack.cli.settings;

import org.jspecify.annotations.NullMarked;
