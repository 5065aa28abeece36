package dev.datastack.acceptance.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.RunningStack;
import dev.datastack.acceptance.stack.Shell;
import dev.datastack.cli.process.Finished;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Behind a proxy that re-signs TLS: with STACK_CA_BUNDLE it works, without it fails, at build and at run time. */
@NeedsEngine
class ReSignedTlsIT {
    private static final Path NO_BUNDLE = Repository.root().resolve("docker/no-ca-bundle");
    private static final String ASK = """
            import sys, urllib.error, urllib.request
            try:
                urllib.request.urlopen("https://" + sys.argv[1], timeout=60)
            except urllib.error.HTTPError:
                pass  # an answer, whatever it says
            except urllib.error.URLError as error:
                raise SystemExit(str(error.reason))
            print("answered")
            """;

    @Test
    void the_bundle_makes_the_difference(RunningStack stack, @TempDir Path folder) throws Exception {
        var shell = stack.healthy().shell().within(Duration.ofMinutes(3));
        var authority = CertificateAuthority.in(folder);
        try (var proxy = ReSigningProxy.start(authority, TrustOfThisMachine.factory())) {
            var built = build(shell, proxy, authority.certificate());
            assertThat(built.well()).as(Shell.told(built)).isTrue();
            assertThat(proxy.hosts()).as("it went through the proxy").isNotEmpty();
            var host = proxy.hosts().iterator().next();
            var refused = build(shell, proxy, NO_BUNDLE);
            assertThat(refused.well()).isFalse();
            assertThat(Shell.told(refused)).containsIgnoringCase("certificate verify failed");

            var asked = run(shell, stack.healthy().name(), proxy, authority.certificate(), host);
            assertThat(asked.outText()).as(Shell.told(asked)).isEqualTo("answered");
            var distrusted = run(shell, stack.healthy().name(), proxy, NO_BUNDLE, host);
            assertThat(distrusted.well()).isFalse();
            assertThat(distrusted.errText()).containsIgnoringCase("certificate verify failed");
        }
    }

    /** With the network of this machine, where the proxy listens. */
    private static Finished build(Shell shell, ReSigningProxy proxy, Path bundle) {
        var prefix = Optional.ofNullable(System.getenv("BASE_PREFIX"))
                .or(() -> Repository.setting("BASE_PREFIX"))
                .orElse("");
        var words =
                "docker build --progress plain --network host --output type=cacheonly --build-arg BASE_PREFIX=" + prefix
                        + " --build-arg HTTPS_PROXY=" + proxy.address() + " --build-arg RUN=" + System.nanoTime()
                        + " --secret id=ca,src="
                        + bundle + " acceptance-tests/src/test/resources/resigned";
        return shell.run(Shell.words(words));
    }

    /** Airflow's image as the stack runs it: the bundle where docker-compose.yml puts it, and the same entry point. */
    private static Finished run(Shell shell, String project, ReSigningProxy proxy, Path bundle, String host) {
        var words = "docker run --rm --network host --env HTTPS_PROXY=" + proxy.address()
                + " --mount type=volume,src=" + project + "_secrets,dst=/run/secrets,volume-subpath=airflow,readonly"
                + " --mount type=bind,src=" + bundle + ",dst=/etc/stack-ca.pem,readonly " + project + "/airflow:dev"
                + " python3 -c";
        return shell.run(Shell.words(words, ASK, host));
    }
}
