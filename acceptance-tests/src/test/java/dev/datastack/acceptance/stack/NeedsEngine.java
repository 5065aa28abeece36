package dev.datastack.acceptance.stack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests of this class are skipped where no Docker engine answers, except in CI, where that is a failure. They may take a
 * {@link RunningStack} and {@link TestTools} as parameters: made when first asked for, removed after the last test.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(EngineFixtures.class)
public @interface NeedsEngine {}
