package dev.datastack.acceptance.stack;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.datastack.cli.process.CommandException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Behind {@link NeedsEngine}. What it makes lies in the root store, which JUnit closes after the last test. */
final class EngineFixtures implements BeforeEachCallback, ParameterResolver {
    private static final Namespace OURS = Namespace.create(EngineFixtures.class);
    private static final Map<Class<?>, Supplier<AutoCloseable>> MAKERS =
            Map.of(RunningStack.class, RunningStack::start, TestTools.class, TestTools::build);

    @Override
    public void beforeEach(ExtensionContext context) {
        boolean answers =
                context.getRoot().getStore(OURS).computeIfAbsent("engine", key -> engineAnswers(), Boolean.class);
        if (!answers && "true".equals(System.getenv("CI"))) {
            throw new AssertionError(
                    "No Docker engine answers, and in CI nothing may be skipped. ./stack engine install");
        }
        assumeTrue(answers, "no Docker engine answers; ./stack engine install puts one on this machine");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return MAKERS.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return context.getRoot()
                .getStore(OURS)
                .computeIfAbsent(
                        type, key -> Objects.requireNonNull(MAKERS.get(type)).get());
    }

    private static boolean engineAnswers() {
        try {
            var here = Shell.in(Path.of("."));
            return here.run("docker", "info").well()
                    && here.run("docker", "compose", "version").well();
        } catch (CommandException absent) {
            return false;
        }
    }
}
