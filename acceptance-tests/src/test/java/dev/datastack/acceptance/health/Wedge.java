package dev.datastack.acceptance.health;

import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.Shell;

/** Brings what a service stands for to a halt, while its container and the probe in it go on. */
sealed interface Wedge {
    void halt(Project project);

    void goOn(Project project);

    static Wedge of(String service) {
        return switch (service) {
            case "postgres" -> new Refusing();
            // Its first process only watches over the second, which answers.
            case "pgadmin" -> new Stopped(service, "-1");
            default -> new Stopped(service, Stopped.MAIN);
        };
    }

    /** Processes of a container that get SIGSTOP: there, listening, and without a word. */
    record Stopped(String service, String processes) implements Wedge {
        /** The child of the container's init; the scheduler's own server, which answers the probe, is not meant. */
        static final String MAIN = "$(grep -lx 'PPid:.1' /proc/[0-9]*/status | cut -d/ -f3)";

        @Override
        public void halt(Project project) {
            signal(project, "STOP");
        }

        @Override
        public void goOn(Project project) {
            signal(project, "CONT");
        }

        private void signal(Project project, String signal) {
            run(project, service, "kill -" + signal + " " + processes);
        }
    }

    /** PostgreSQL runs, throws out everybody who came over the network, and lets nobody in again. */
    record Refusing() implements Wedge {
        private static final String RELOAD = "psql -qAt -U postgres -c 'SELECT pg_reload_conf()'";

        @Override
        public void halt(Project project) {
            var refuse = "cd \"$PGDATA\" && cp pg_hba.conf /tmp/pg_hba.conf"
                    + " && { echo 'host all all all reject'; cat /tmp/pg_hba.conf; } > pg_hba.conf && ";
            var throwOut = " -c 'SELECT pg_sleep(0.2)' -c 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE client_addr IS NOT NULL'";
            run(project, "postgres", refuse + RELOAD + throwOut);
        }

        @Override
        public void goOn(Project project) {
            run(project, "postgres", "cat /tmp/pg_hba.conf > \"$PGDATA/pg_hba.conf\" && " + RELOAD);
        }
    }

    private static void run(Project project, String service, String script) {
        var finished = project.exec(service, "sh", "-c", script);
        if (!finished.well()) {
            throw new AssertionError(Shell.told(finished));
        }
    }
}
