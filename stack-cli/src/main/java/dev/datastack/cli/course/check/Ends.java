package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;
import dev.datastack.cli.docker.Container;
import dev.datastack.cli.docker.Container.State;
import dev.datastack.cli.docker.ContainerState;
import java.time.Duration;

/**
 * A service ends with an exit code, killed (out of memory) or not.
 *
 * <p>An engine with cgroup v1 now and then misses that the kernel killed (out of memory). So a container that ended with the
 * right code and without that word is started again, twice at most: what takes too much is killed each time.
 */
@JsonTypeName("ends")
record Ends(String name, String service, int exitCode, boolean outOfMemory, int withinSeconds) implements ProjectCheck {
    private static final int STARTS = 3;

    @Override
    public Finding look(Lab lab) {
        var wished = ended(exitCode, outOfMemory);
        var seen = seen(lab, wished);
        for (int starts = 1; starts < STARTS && outOfMemory && seen.equals(ended(exitCode, false)); starts++) {
            lab.project().startAgain(service);
            seen = seen(lab, wished);
        }
        return new Finding(seen.equals(wished), seen, wished + " within " + withinSeconds + " s");
    }

    private String seen(Lab lab, String wished) {
        var project = lab.project();
        var container = lab.until(
                Duration.ofSeconds(withinSeconds),
                () -> project.container(service),
                now -> now.filter(one -> words(one.state()).equals(wished) || isOver(one))
                        .isPresent());
        return container.map(one -> words(one.state())).orElse(service + " has no container");
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
        return service + " ended with exit code " + code + (killed ? ", killed (out of memory)" : "");
    }
}
