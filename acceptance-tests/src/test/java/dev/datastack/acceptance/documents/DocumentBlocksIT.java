package dev.datastack.acceptance.documents;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.datastack.acceptance.documents.Marker.Run;
import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.RunningStack;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the blocks marked {@code run} as a reader would, in the folder of the clone, against the shared stack. */
@NeedsEngine
class DocumentBlocksIT {
    @TestFactory
    Stream<DynamicTest> a_block_of_a_document_works(RunningStack stack) {
        var project = stack.loaded();
        return Document.allBlocks().stream()
                .filter(block -> block.isCommand() && block.marker() instanceof Run)
                .filter(block -> !block.ofTheCourse())
                .map(block -> dynamicTest(
                        block.toString(),
                        () -> Works.in(project.shell(), block, output -> asInDocuments(output, project))));
    }

    /** Documents show a clone with the default ports. */
    private static String asInDocuments(String output, Project project) {
        var ports = project.ports();
        return output.replace(":" + ports.airflow(), ":8080")
                .replace(":" + ports.pgadmin(), ":5050")
                .replace(":" + ports.postgres(), ":5432")
                .replace(project.name(), "local-data-stack");
    }
}
