package dev.datastack.probe.command;

/** What {@code --help} prints. The flags come from their table, so that none can be forgotten here. */
final class Help {
    private static final int COLUMN = 30;

    private static final String HEAD = """
            healthcheck: asks a service the question that tells whether it works, and says why when it does not.

              healthcheck [wait] PROBE [--and PROBE]...

            Probes
              http URL                    the page answers well (http://HOST[:PORT]/PAGE, no TLS)
              tcp HOST:PORT               somebody accepts connections
              postgres HOST:PORT[/DB]     PostgreSQL takes sessions: asked up to its demand for a login
              file PATH --newer-than 30s  a heartbeat file was written lately
              wait                        in front: asks again until all is well
            """;

    private static final String TAIL = """
              * may be given more than once

            Exit code: 0 healthy, 1 not, 2 the command line is wrong. One line of output says what was found.

            Examples
              healthcheck http http://127.0.0.1:8080/health --json scheduler.status=healthy
              healthcheck postgres 127.0.0.1:5432/warehouse --and tcp [::1]:5432
              healthcheck wait --for 2m postgres db:5432 --and http http://api:8080/health --status 200

              HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --start-interval=1s \\
                CMD ["healthcheck", "file", "/tmp/heartbeat", "--newer-than", "30s"]
            """;

    private Help() {}

    static String text() {
        StringBuilder text = new StringBuilder(HEAD);
        String owner = "";
        for (Flag flag : Flag.ALL) {
            if (!flag.owner().equals(owner)) {
                owner = flag.owner();
                text.append("\nOptions ")
                        .append(owner.isEmpty() ? "" : "of ")
                        .append(owner)
                        .append('\n');
            }
            int start = text.length();
            text.append("  --").append(flag.name()).append(' ').append(flag.argument());
            while (text.length() - start < COLUMN) {
                text.append(' ');
            }
            text.append(flag.help()).append('\n');
        }
        return text.append(TAIL).substring(0, text.length() - 1);
    }
}
