package dev.datastack.cli.database;

import dev.datastack.cli.docker.ServiceExec;
import dev.datastack.cli.process.Finished;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A query inside the postgres container, over its socket, so that no port and no password is needed. */
public final class Psql {
    private final ServiceExec services;
    private final String database;

    public Psql(ServiceExec services, String database) {
        this.services = services;
        this.database = database;
    }

    /** The query is a resource beside the class that asks. */
    public Finished query(Class<?> asker, String name) {
        return services.exec("postgres", words(database, sql(asker, name)));
    }

    /** The prompt, or what stands before more words. */
    public static List<String> prompt(String database) {
        return List.of("psql", "-U", "postgres", "-d", database);
    }

    /** As the superuser, with rows as plain lines, given up at the first error. */
    public static List<String> words(String database, String statement) {
        return Stream.concat(prompt(database).stream(), Stream.of("-AtXq", "-v", "ON_ERROR_STOP=1", "-c", statement))
                .toList();
    }

    private static String sql(Class<?> asker, String name) {
        try (var stream = Objects.requireNonNull(asker.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
