/**
 * Airflow and pgAdmin as a person sees them, in a real browser beside the stack.
 */
@NullMarked
package dev.datastack.acceptance.browser;

import org.jspecify.annotations.NullMarked;
