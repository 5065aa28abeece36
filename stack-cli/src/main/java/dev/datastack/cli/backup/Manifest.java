package dev.datastack.cli.backup;

import dev.datastack.cli.database.Content;
import java.util.List;

/** What a backup says of itself, in its first entry. The version of the schema is that of the warehouse's migrations. */
public record Manifest(
        int format,
        String time,
        String project,
        String postgres,
        String schema,
        List<Database> databases,
        List<Member> members) {
    static final int FORMAT = 1;

    /** A database, what it took on the disk, and what its dump holds. */
    public record Database(String name, long bytes, Content content) {
        public String member() {
            return name + ".dump";
        }
    }

    /** A file in the backup. */
    public record Member(String name, long bytes, String sha256) {}

    public static final String PGADMIN = "pgadmin.tar";

    /** Encrypted; only where it was asked for. */
    public static final String SECRETS = "secrets.tar.enc";

    public boolean hasSecrets() {
        return members.stream().anyMatch(member -> member.name().equals(SECRETS));
    }

    /** What all databases took on the disk. */
    public long bytes() {
        return databases.stream().mapToLong(Database::bytes).sum();
    }

    public int major() {
        return Integer.parseInt(postgres.split("\\.", 2)[0]);
    }

    public Member member(String name) {
        return members.stream()
                .filter(member -> member.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
