/**
 * One HTTP request and its bounded answer.
 */
@NullMarked
package dev.datastack.probe.http;

import org.jspecify.annotations.NullMarked;
