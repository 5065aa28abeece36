package dev.datastack.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.RunningStack;
import dev.datastack.acceptance.stack.TestTools;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@NeedsEngine
class PgAdminPageIT {
    private static final String PGADMIN = "http://pgadmin:8080";

    @Test
    void the_warehouse_opens_without_a_password_prompt(RunningStack stack, TestTools tools) {
        var project = stack.loaded();
        try (var chromium = Chromium.beside(project, tools)) {
            var page = logIn(chromium, project.secret("pgadmin", "admin-password"));
            // A group with one server opens it as well, which is when pgAdmin would ask for a password.
            label(page, "Local Data Stack").dblclick();
            label(page, "Databases").dblclick();
            assertThat(label(page, "airflow")).isVisible();
            assertThat(label(page, "warehouse")).hasCount(2);
            assertThat(page.getByText("Please enter the password")).not().isVisible();
            assertThat(page.getByText("Server sessions")).isVisible();
            chromium.screenshot(page, "pgadmin-tree");
            assertThat(chromium.asked()).containsExactly("pgadmin");
        }
    }

    @Test
    void a_wrong_password_is_refused(RunningStack stack, TestTools tools) {
        try (var chromium = Chromium.beside(stack.loaded(), tools)) {
            var page = logIn(chromium, "wrong");
            assertThat(page.getByText("Incorrect username or password")).isVisible();
            assertThat(page).hasURL(Pattern.compile(".*/login.*"));
        }
    }

    private static Page logIn(Chromium chromium, String password) {
        var page = chromium.open(PGADMIN + "/");
        page.locator("input[name='email']").fill("admin@example.com");
        page.locator("input[name='password']").fill(password);
        page.locator("button[name='internal_button']").click();
        return page;
    }

    private static Locator label(Page page, String text) {
        return page.locator(".file-tree .file-label")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + text + "( ?\\(\\d+\\))?$")));
    }
}
