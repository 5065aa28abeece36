package dev.datastack.cli.backup;

import dev.datastack.cli.docker.Pipes;
import dev.datastack.cli.docker.TarFiles;
import dev.datastack.cli.process.Finished;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** The passwords and keys of all services as a tar, by a program in the image that makes them. */
public final class SecretsVolume {
    private static final String SERVICE = "secrets";
    private static final String EVERY_TAR_HAS = "postgres/postgres-password";

    private final Pipes pipes;

    public SecretsVolume(Pipes pipes) {
        this.pipes = pipes;
    }

    byte[] save() throws IOException {
        var bytes = new ByteArrayOutputStream();
        pipes.outOfNew(SERVICE, words("save"), in -> in.transferTo(bytes)).orThrow();
        return bytes.toByteArray();
    }

    /** Services read them when they start. */
    public Finished restore(byte[] tar) throws IOException {
        return pipes.intoNew(SERVICE, words("restore"), out -> out.write(tar));
    }

    /** What a wrong passphrase gives is none. */
    public static boolean isTar(byte[] bytes) {
        try {
            return TarFiles.contents(new ByteArrayInputStream(bytes)).paths().contains(EVERY_TAR_HAS);
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private static List<String> words(String verb) {
        return List.of("copy-secrets.sh", verb, "/secrets");
    }
}
