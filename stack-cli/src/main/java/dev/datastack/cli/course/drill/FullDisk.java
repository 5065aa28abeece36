package dev.datastack.cli.course.drill;

import java.util.List;

/** The shared memory of the database is a small disk: a query that takes helpers needs room there. */
final class FullDisk implements Fault {
    private static final String FILE = "/dev/shm/.export.tmp";

    @Override
    public void breakIn(Site site) {
        // dd ends with an error when the disk is full, which is what is wanted.
        site.in("postgres", "dd if=/dev/zero of=" + FILE + " bs=64k 2>/dev/null || true")
                .orThrow();
    }

    @Override
    public List<Sign> look(Site site) {
        var count = site.sql("SET parallel_setup_cost = 0; SET min_parallel_table_scan_size = 0;"
                + " SELECT count(*) FROM core.flight");
        return List.of(site.healthy("postgres"), site.answers("the flights can be counted", count));
    }

    @Override
    public void clean(Site site) {
        site.in("postgres", "rm -f " + FILE);
    }
}
