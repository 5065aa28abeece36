package dev.datastack.cli.command;

import picocli.CommandLine.Command;

@Command(
        name = "stack",
        mixinStandardHelpOptions = true,
        version = "Local Data Stack 1.0",
        description = "PostgreSQL, Airflow, pgAdmin and an ETL service on this machine.",
        synopsisSubcommandLabel = "VERB",
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0 well, 1 it ran and the answer is no, 2 usage, 3 no engine, 4 not healthy in time, 5 a port is taken",
            "",
            "'stack VERB --help' tells more. Messages and cures: docs/troubleshooting.md"
        })
final class StackCommand {}
