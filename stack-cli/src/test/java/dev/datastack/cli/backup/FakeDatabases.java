package dev.datastack.cli.backup;

import dev.datastack.cli.FakeRunner;
import dev.datastack.cli.SavedTar;
import dev.datastack.cli.command.Cli;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The whole command on a fake server that has two databases of one table. */
record FakeDatabases(Cli cli) {
    static final String TABLE = "table|core.flight|3|-17";

    private static final String MODEL = """
            {"name":"tiny","networks":{"default":{"name":"tiny_default"}},"volumes":{},
             "services":{"postgres":{"image":"postgres"},"airflow-init":{"image":"airflow"},"pgadmin":{"image":"pgadmin"},
             "etl-service":{"image":"etl","depends_on":{"airflow-init":{"condition":"service_completed_successfully"}}}}}""";

    static FakeDatabases in(Path root) {
        var cli = new Cli(root);
        cli.docker
                .says("config --format json", MODEL)
                .says("ps -a --format json", service("postgres") + "\n" + service("etl-service"))
                .says("current_setting('server_version')", "17.6")
                .says("server_version_num", "17")
                .says("to_regclass", "f")
                .says("pg_database_size", "1000")
                .says("df -B1", "Avail\n1000000")
                .says("SELECT datname FROM", "backup_check_old")
                .says("NOT datistemplate", "")
                .says("pg_roles", "")
                .says("datdba", "etl")
                .says("CREATE DATABASE", "")
                .says("DROP DATABASE", "")
                .says("pg_restore", "")
                .says("content.sql", TABLE)
                .says("swap.sql", "")
                .says(
                        "exec -T postgres psql -U postgres -d airflow -X -v ON_ERROR_STOP=1 -f /etc/stack/content.sql",
                        TABLE)
                .says(" stop ", "")
                .says("never start etl-service", "")
                .pours("volume.py save", call -> SavedTar.layer("pgadmin4.db", "settings"))
                .pours("dump.sql", call -> "the dump".getBytes(StandardCharsets.UTF_8))
                .on("dump.sql", call -> FakeRunner.finished(call, 0, "", TABLE))
                .says("volume.py restore", "");
        return new FakeDatabases(cli);
    }

    static String service(String name) {
        return "{\"ID\":\"1\",\"Name\":\"here-%s-1\",\"Service\":\"%s\",\"State\":\"running\",\"Publishers\":[]}"
                .formatted(name, name);
    }

    /** Where in the order of all calls the first with these words is. */
    int call(String words) {
        var calls = cli.docker.calls();
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i).contains(words)) {
                return i;
            }
        }
        throw new AssertionError(words + " was not called: " + calls);
    }
}
