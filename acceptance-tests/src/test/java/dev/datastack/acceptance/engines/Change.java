package dev.datastack.acceptance.engines;

import dev.datastack.acceptance.builds.Clone;
import dev.datastack.acceptance.stack.Shell;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/** A changed line, and the services that it concerns. */
enum Change {
    DAG {
        @Override
        Set<String> services() {
            return Set.of("airflow-init", "airflow-webserver", "airflow-scheduler", "airflow-dag-processor");
        }

        @Override
        void make(Clone clone) throws IOException {
            clone.append("docker/airflow/dags/marts.py", "# a line more");
        }
    },
    JAVA {
        @Override
        Set<String> services() {
            return Set.of("etl-service");
        }

        @Override
        void make(Clone clone) throws IOException {
            clone.replace(
                    "etl-service/src/main/java/dev/datastack/etl/worker/WorkerPool.java",
                    "workers wait for loads",
                    "workers now wait for loads");
            Shell.in(clone.folder())
                    .within(Duration.ofMinutes(15))
                    .line(
                            "./mvnw -q -B -ntp -pl etl-service package -Dmaven.test.skip=true -Dspotless.check.skip=true");
        }
    },
    COMPOSE_FILE {
        @Override
        Set<String> services() {
            return Set.of("pgadmin");
        }

        @Override
        void make(Clone clone) throws IOException {
            clone.replace("docker-compose.yml", "PGADMIN_MEMORY:-320M", "PGADMIN_MEMORY:-321M");
        }
    };

    abstract void make(Clone clone) throws IOException;

    abstract Set<String> services();
}
