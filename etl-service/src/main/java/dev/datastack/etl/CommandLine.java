package dev.datastack.etl;

/** What the jar was asked to do. */
final class CommandLine {

    static final int USAGE_ERROR = 2;

    private static final String USAGE = """
            Usage: java -jar etl-service.jar [worker]

              worker   claim the loads that are requested in etl.load, one after another (default)

            A load is requested with SQL: SELECT etl.request_load('flights', '2013-01', 'me');""";

    private CommandLine() {}

    sealed interface Choice permits Work, Usage {}

    record Work() implements Choice {}

    record Usage(String text) implements Choice {}

    static Choice parse(String... args) {
        if (args.length == 0 || (args.length == 1 && args[0].equals("worker"))) {
            return new Work();
        }
        return new Usage("Unknown: " + String.join(" ", args) + System.lineSeparator() + USAGE);
    }
}
