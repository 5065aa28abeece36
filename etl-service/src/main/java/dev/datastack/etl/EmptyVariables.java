package dev.datastack.etl;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * An empty variable is one that is not set, as for the other images: {@code PGPORT: ${PGPORT:-}} of a Compose file makes
 * one, and Spring would take it for a value in place of the default.
 */
final class EmptyVariables implements EnvironmentPostProcessor, Ordered {

    private static final String NAME = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

    /** Before the files of the configuration are read, which name such variables. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        PropertySource<?> variables = environment.getPropertySources().get(NAME);
        if (variables != null && variables.getSource() instanceof Map<?, ?> all) {
            Map<String, Object> kept = new HashMap<>();
            all.forEach((name, value) -> {
                if (!"".equals(value)) {
                    kept.put((String) name, value);
                }
            });
            environment.getPropertySources().replace(NAME, new SystemEnvironmentPropertySource(NAME, kept));
        }
    }
}
