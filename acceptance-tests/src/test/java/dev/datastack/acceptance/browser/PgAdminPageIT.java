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
    private static final String PUNCTUALITY = """
            SELECT airline.name, sum(flights) AS flights,
                   round(100.0 * sum(on_time) / sum(arrived), 1) AS on_time_percent
            FROM mart.carrier_month JOIN core.airline USING (carrier)
            GROUP BY airline.name
            ORDER BY on_time_percent DESC;""";

    @Test
    void the_warehouse_opens_without_a_password_prompt_and_answers_a_query(RunningStack stack, TestTools tools) {
        var project = stack.loaded();
        try (var chromium = Chromium.beside(project, tools)) {
            var page = logIn(chromium, project.secret("pgadmin", "admin-password"));
            openDatabases(page);
            assertThat(label(page, "airflow")).isVisible();
            assertThat(page.getByText("Please enter the password")).not().isVisible();
            assertThat(page.getByText("Server sessions")).isVisible();
            query(page);
            chromium.screenshot(page, "pgadmin-query");
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

    /** A group with one server opens it as well, which is when pgAdmin would ask for a password. */
    private static void openDatabases(Page page) {
        label(page, "Local Data Stack").dblclick();
        label(page, "Databases").dblclick();
        assertThat(label(page, "warehouse")).hasCount(2);
    }

    /** Opens the database first: a query tool that is asked for while pgAdmin still connects to it may never come. */
    private static void query(Page page) {
        label(page, "warehouse").last().dblclick();
        assertThat(label(page, "Schemas")).isVisible();
        page.getByLabel("Query Tool", new Page.GetByLabelOptions().setExact(true))
                .click();
        var queryTool = page.locator("iframe").contentFrame();
        queryTool.locator(".cm-content").first().click();
        page.keyboard().insertText(PUNCTUALITY);
        page.keyboard().press("F5");
        assertThat(queryTool.getByText("Total rows: 16")).isVisible();
        assertThat(queryTool.getByText("Hawaiian Airlines Inc.")).isVisible();
    }

    private static Locator label(Page page, String text) {
        return page.locator(".file-tree .file-label")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + text + "( ?\\(\\d+\\))?$")));
    }
}
