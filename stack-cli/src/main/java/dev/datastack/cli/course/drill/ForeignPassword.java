package dev.datastack.cli.course.drill;

import java.util.List;

final class ForeignPassword implements Fault {
    /** On its own loopback the server asks nobody for a password, so the login goes over the container's address. */
    private static final String LOGIN =
            "PGPASSWORD=$(cat /run/secrets/etl-password) psql -w -h $(hostname -i | cut -d' ' -f1)"
                    + " -U etl -d warehouse -AtXqc 'SELECT 1'";

    @Override
    public void breakIn(Site site) {
        site.sql("ALTER ROLE etl PASSWORD '" + site.project() + "'").orThrow();
        site.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'etl'")
                .orThrow();
        site.in("etl-service", "touch -d '10 minutes ago' /tmp/heartbeat").orThrow();
    }

    @Override
    public List<Sign> look(Site site) {
        var login = site.in("postgres", LOGIN);
        return List.of(
                site.answers("the role etl logs in with the password of the secrets volume", login),
                site.healthy("etl-service"));
    }

    @Override
    public void clean(Site site) {
        // Its start applies the passwords of the secrets volume.
        if (!site.in("postgres", LOGIN).well()) {
            site.compose().restart(List.of("postgres"), line -> {});
        }
    }
}
