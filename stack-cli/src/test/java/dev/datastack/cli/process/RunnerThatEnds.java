package dev.datastack.cli.process;

/** A program that begins a command and ends before it, as {@code stack} does when it has waited long enough. */
final class RunnerThatEnds {
    private RunnerThatEnds() {}

    public static void main(String[] script) {
        var call = Call.of("sh", "-c", script[0]).outliving();
        var background = new Thread(() -> new ProcessRunner().run(call));
        background.setDaemon(true);
        background.start();
        while (ProcessHandle.current().children().findAny().isEmpty()) {
            Thread.onSpinWait();
        }
        System.exit(0);
    }
}
