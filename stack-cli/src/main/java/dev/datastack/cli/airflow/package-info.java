/** Airflow's runs of the DAGs that bring the year: what runs, what failed and why, and how to run it again. */
@NullMarked
package dev.datastack.cli.airflow;

import org.jspecify.annotations.NullMarked;
