package dev.datastack.cli.credentials;

import dev.datastack.cli.context.Context;
import dev.datastack.cli.problem.ExitCode;
import dev.datastack.cli.terminal.Table;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "credentials",
        mixinStandardHelpOptions = true,
        description = "Prints the accounts and the generated passwords of this stack.",
        footer = {"", "Examples:", "  ./stack credentials", "  ./stack credentials --json    for scripts"})
public final class CredentialsCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    private final Context context;

    public CredentialsCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.engine().require();
        var credentials = new Credentials(context.compose()).read();
        if (json) {
            context.terminal()
                    .say(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(credentials));
            return ExitCode.WELL;
        }
        var table = new Table("WHERE", "ACCOUNT", "PASSWORD");
        credentials.forEach(credential -> table.row(credential.door(), credential.account(), credential.password()));
        table.lines().forEach(context.terminal()::say);
        return ExitCode.WELL;
    }
}
