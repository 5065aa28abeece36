package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;
import dev.datastack.cli.docker.Container;
import dev.datastack.cli.docker.Container.State;
import dev.datastack.cli.docker.ContainerState;
import java.time.Duration;

/** A service ends with an exit code, killed for memory or not. */
@JsonTypeName("ends")
record Ends(String name, String service, int exitCode, boolean outOfMemory, int withinSeconds) implements ProjectCheck {
    @Override
    public Finding look(Lab lab) {
        var project = lab.project();
        var wished = ended(exitCode, outOfMemory);
        var container = lab.until(
                Duration.ofSeconds(withinSeconds),
                () -> project.container(service),
                now -> now.filter(one -> words(one.state()).equals(wished) || isOver(one))
                        .isPresent());
        var seen = container.map(one -> words(one.state())).orElse(service + " has no container");
        return new Finding(seen.equals(wished), seen, wished + " within " + withinSeconds + " s");
    }

    /**
     * It has ended otherwise, and nothing starts it again. An end with the right code is waited for all the same: that memory
     * was the cause can reach the engine later.
     */
    private boolean isOver(Container container) {
        return container.state().exitCode() != exitCode && Running.isOver(container);
    }

    private String words(State state) {
        return state.status() == ContainerState.EXITED
                ? ended(state.exitCode(), state.oomKilled())
                : service + " is " + state.status().word();
    }

    private String ended(int code, boolean killed) {
        return service + " ended with exit code " + code + (killed ? ", killed for memory" : "");
    }
}
