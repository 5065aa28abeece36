package dev.datastack.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.datastack.acceptance.stack.NeedsEngine;
import dev.datastack.acceptance.stack.RunningStack;
import dev.datastack.acceptance.stack.TestTools;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@NeedsEngine
class AirflowPageIT {
    private static final String AIRFLOW = "http://airflow-webserver:8080";
    private static final int MONTHS = 12;
    private static final int TASKS = 3;
    /** Painted, because a style may name its colour in many ways: more green than red and blue. */
    private static final String GREEN_ONES = """
            cells => {
                const brush = document.createElement('canvas').getContext('2d');
                return cells.filter(cell => {
                    brush.fillStyle = getComputedStyle(cell).backgroundColor;
                    brush.fillRect(0, 0, 1, 1);
                    const [red, green, blue] = brush.getImageData(0, 0, 1, 1).data;
                    return green > red && green > blue;
                }).length;
            }
            """;

    @Test
    void the_list_and_the_grid_show_twelve_green_months(RunningStack stack, TestTools tools) {
        var project = stack.loaded();
        try (var chromium = Chromium.beside(project, tools)) {
            var page = logIn(chromium, project.secret("airflow-webserver", "admin-password"));
            assertThat(page.getByText("Dags").first()).isVisible();
            listsAllRuns(page);
            chromium.screenshot(page, "airflow-dags");
            page.navigate(AIRFLOW + "/dags/flights_month");
            showAllMonths(page);
            var cells = page.locator("[data-testid='task-state-badge']");
            assertThat(cells).hasCount(MONTHS * TASKS);
            assertThat(cells.evaluateAll(GREEN_ONES)).isEqualTo(MONTHS * TASKS);
            chromium.screenshot(page, "airflow-grid");
            assertThat(chromium.asked()).containsExactly("airflow-webserver");
        }
    }

    @Test
    void a_wrong_password_is_refused(RunningStack stack, TestTools tools) {
        try (var chromium = Chromium.beside(stack.loaded(), tools)) {
            var page = logIn(chromium, "wrong");
            assertThat(page.getByText("Invalid credentials")).isVisible();
            assertThat(page).hasURL(Pattern.compile(".*/auth/login.*"));
        }
    }

    private static Page logIn(Chromium chromium, String password) {
        var page = chromium.open(AIRFLOW + "/");
        page.locator("input[name='username']").fill("admin");
        page.locator("input[name='password']").fill(password);
        page.locator("button[type='submit']").click();
        return page;
    }

    /** A link for each bar, and one for the latest run. */
    private static void listsAllRuns(Page page) {
        page.navigate(AIRFLOW + "/dags");
        assertThat(page.getByText("3 Dags")).isVisible();
        assertThat(page.locator("a[href*='/dags/flights_month/runs/']")).hasCount(MONTHS + 1);
    }

    /** The page begins with ten runs in a narrow panel. */
    private static void showAllMonths(Page page) {
        page.getByLabel("Options", new Page.GetByLabelOptions().setExact(true)).click();
        var menu = page.getByRole(AriaRole.DIALOG).filter(new Locator.FilterOptions().setHasText("Number of Dag Runs"));
        menu.getByRole(AriaRole.COMBOBOX).first().click();
        page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName("25").setExact(true))
                .click();
        page.keyboard().press("Escape");
        assertThat(menu).not().isVisible();
        var border = page.locator("[data-resize-handle]");
        border.focus();
        for (int step = 0; step < 3; step++) {
            border.press("ArrowRight");
        }
    }
}
