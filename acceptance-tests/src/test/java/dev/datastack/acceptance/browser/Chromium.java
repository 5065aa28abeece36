package dev.datastack.acceptance.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import dev.datastack.acceptance.stack.Project;
import dev.datastack.acceptance.stack.Repository;
import dev.datastack.acceptance.stack.Shell;
import dev.datastack.acceptance.stack.TestTools;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.awaitility.Awaitility;

/** A Chromium in a container, beside the stack, where it sees the services by name, or alone. */
final class Chromium implements AutoCloseable {
    private static final Path SCREENSHOTS = Repository.root().resolve("acceptance-tests/target/screenshots");
    private static final int PATIENCE_MS = 60_000;

    private final Shell shell;
    private final String container;
    private final Playwright playwright;
    private final Browser browser;
    private final BrowserContext context;
    private final Set<String> asked = new ConcurrentSkipListSet<>();

    private Chromium(Shell shell, String container, Playwright playwright, Browser browser) {
        this.shell = shell;
        this.container = container;
        this.playwright = playwright;
        this.browser = browser;
        this.context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 720));
        context.setDefaultTimeout(PATIENCE_MS);
        context.onRequest(request -> host(request.url()));
    }

    static Chromium beside(Project project, TestTools tools) {
        var place = "--label " + project.labelOfExtras() + " --network " + project.name() + "_frontend";
        return start(project.shell(), project.name() + "-browser", place, tools);
    }

    /** For pages that a test hands over. */
    static Chromium alone(TestTools tools) {
        var name = "browser-" + ProcessHandle.current().pid();
        return start(Shell.in(Repository.root()), name, "--network bridge", tools);
    }

    private static Chromium start(Shell shell, String container, String place, TestTools tools) {
        shell.run("docker", "rm", "--force", container);
        shell.line("docker run --detach --memory 1g --shm-size 256m --read-only --tmpfs /tmp --cap-drop ALL"
                + " --name " + container + " " + place + " --publish 127.0.0.1::9223 " + tools.image() + " browser");
        var address = shell.output("docker", "port", container, "9223")
                .lines()
                .findFirst()
                .orElseThrow();
        // Chromium comes with the image: nothing is to be downloaded.
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var browser = Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptionsInstanceOf(PlaywrightException.class)
                .until(() -> playwright.chromium().connectOverCDP("http://" + address), Browser::isConnected);
        return new Chromium(shell, container, playwright, browser);
    }

    Page open(String url) {
        var page = context.newPage();
        page.navigate(url);
        return page;
    }

    void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /** Hosts that any page asked for anything. */
    Set<String> asked() {
        return Set.copyOf(asked);
    }

    private void host(String url) {
        var address = URI.create(url.split("[?#]", 2)[0].replace("|", "%7C"));
        if (!Set.of("data", "blob", "about").contains(address.getScheme())) {
            asked.add(String.valueOf(address.getHost()));
        }
    }

    @Override
    public void close() {
        context.close();
        browser.close();
        playwright.close();
        shell.run("docker", "rm", "--force", container);
    }
}
