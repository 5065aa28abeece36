/** What a doctor finds: a cause by name, the evidence for it, and what to do. */
@NullMarked
package dev.datastack.cli.doctor.finding;

import org.jspecify.annotations.NullMarked;
