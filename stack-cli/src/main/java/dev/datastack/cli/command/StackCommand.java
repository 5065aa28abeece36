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
            "  0 success, 1 failure or a negative result, 2 usage, 3 no engine, 4 not healthy in time, 5 a port is taken",
            "",
            "Run 'stack VERB --help' for details. Error messages and solutions: docs/troubleshooting.md"
        })
final class StackCommand {}
