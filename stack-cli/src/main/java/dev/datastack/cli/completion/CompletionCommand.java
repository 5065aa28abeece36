package dev.datastack.cli.completion;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.problem.ExitCode;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Prints a script for Tab completion of commands, options and service names.",
        footer = {
            "",
            "Examples:",
            "  source <(./stack completion bash)        for this shell; in ~/.bashrc for every one",
            "  source <(./stack completion zsh)         in ~/.zshrc",
            "  ./stack completion powershell | Out-String | Invoke-Expression    in $PROFILE"
        })
public final class CompletionCommand implements Callable<Integer> {
    /** The spelling is that of the command line. */
    enum Shell {
        bash,
        zsh,
        powershell
    }

    @Parameters(paramLabel = "SHELL", description = "One of ${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init")
    private Shell shell;

    private final Context context;
    private final Function<Context, CommandLine> line;

    /** The line is the whole one, with every verb. */
    public CompletionCommand(Context context, Function<Context, CommandLine> line) {
        this.context = context;
        this.line = line;
    }

    @Override
    public Integer call() {
        var whole = line.apply(context);
        ServiceNames.of(context.root()).addTo(whole);
        context.terminal()
                .say(
                        switch (shell) {
                            // One script for both: it finds out which of them reads it.
                            case bash, zsh -> AutoComplete.bash("stack", whole);
                            case powershell -> PowerShellScript.of(whole);
                        });
        return ExitCode.WELL;
    }
}
