package dev.datastack.cli.docker;

import dev.datastack.cli.process.Finished;
import java.util.List;

/** Runs commands in the services of a project. */
@FunctionalInterface
public interface ServiceExec {
    /** Without a terminal, in the first container of the service. */
    Finished exec(String service, List<String> argv);
}
