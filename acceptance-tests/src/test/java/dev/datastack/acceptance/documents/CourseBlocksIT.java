package dev.datastack.acceptance.documents;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.datastack.acceptance.documents.Marker.Run;
import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.Shell;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the blocks of the course's pages as a learner would, in the root of the clone; none needs a running stack. */
@NeedsEngine
class CourseBlocksIT {
    @TestFactory
    Stream<DynamicTest> a_block_of_the_course_works() {
        var prefix = Optional.ofNullable(System.getenv("BASE_PREFIX")).or(() -> Repository.setting("BASE_PREFIX"));
        var shell = Shell.in(Repository.root()).with(Map.of("BASE_PREFIX", prefix.orElse("")));
        return Document.allBlocks().stream()
                .filter(block -> block.isCommand() && block.marker() instanceof Run && block.ofTheCourse())
                .map(block -> dynamicTest(block.toString(), () -> Works.in(shell, block, UnaryOperator.identity())));
    }
}
