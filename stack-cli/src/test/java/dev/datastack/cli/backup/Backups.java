package dev.datastack.cli.backup;

import dev.datastack.cli.backup.Manifest.Database;
import dev.datastack.cli.database.Content;
import dev.datastack.cli.database.Content.Item;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A backup of made-up dumps, written as the command does it. */
final class Backups {
    static final List<String> MEMBERS = List.of("warehouse.dump", "airflow.dump", Manifest.PGADMIN);
    static final Content CONTENT = new Content(List.of(
            new Item("table", "core.flight", 3, "-17"),
            new Item("sequence", "etl.load_id_seq", 4, "t"),
            new Item("definition", "columns", 2, "99")));

    private Backups() {}

    static Path in(Path folder, int format) throws IOException {
        var members = new ArrayList<Manifest.Member>();
        for (var name : MEMBERS) {
            members.add(BackupWriter.member(Files.writeString(folder.resolve(name), "the bytes of " + name)));
        }
        var databases =
                List.of(new Database("warehouse", 1000, CONTENT), new Database("airflow", 500, new Content(List.of())));
        var manifest = new Manifest(format, "2013-01-01T00:00:00Z", "here", "17.6", "6", databases, members);
        var file = folder.resolve("backup.tar");
        BackupWriter.write(file, manifest, folder);
        return file;
    }
}
