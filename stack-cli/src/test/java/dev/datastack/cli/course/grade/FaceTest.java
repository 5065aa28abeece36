package dev.datastack.cli.course.grade;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.datastack.cli.course.grade.Face.Kind;
import dev.datastack.cli.course.grade.Face.Seen;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The answers are those of the real programs, shortened. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FaceTest {
    private static final String LOGIN = "<title>Airflow</title><script type=\"module\" src=\"./x.js\"></script>";
    private static final String HEALTH =
            "{\"metadatabase\":{\"status\":\"healthy\"},\"scheduler\":{\"status\":\"healthy\"}}";
    private static final String PGADMIN = "<title>pgAdmin 4</title><form><input type=password></form>";

    private final WebPage page = new WebPage(Duration.ofSeconds(2));
    private HttpServer server;

    FaceTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private int port() {
        return server.getAddress().getPort();
    }

    /** A text is a page; one that begins with an arrow is a redirect. */
    private Seen look(Face face, Map<String, String> answers) {
        server.createContext("/", exchange -> answer(exchange, answers));
        return face.look(page, port());
    }

    private static void answer(HttpExchange exchange, Map<String, String> answers) throws IOException {
        var body = answers.getOrDefault(exchange.getRequestURI().getPath(), answers.getOrDefault("*", ""));
        if (body.startsWith("->")) {
            exchange.getResponseHeaders().add("Location", body.substring(2));
            exchange.sendResponseHeaders(302, -1);
        } else {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(body.isEmpty() ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Test
    void airflow_3_is_known_by_its_version() {
        assertThat(look(
                        Face.AIRFLOW,
                        Map.of("/", LOGIN, "/api/v2/version", "{\"version\":\"3.3.2\",\"git_version\":null}")))
                .isEqualTo(new Seen(Kind.RIGHT, ""));
    }

    @Test
    void airflow_2_is_known_by_its_health_behind_the_redirects_to_its_login() {
        var answers = Map.of("/", "->/home", "/home", "->/login/?next=x", "/login/", LOGIN, "/health", HEALTH);
        assertThat(look(Face.AIRFLOW, answers).kind()).isEqualTo(Kind.RIGHT);
    }

    @Test
    void pgadmin_is_known_by_its_ping_and_its_form() {
        var answers = Map.of("/", "->/login?next=/", "/login", PGADMIN, "/misc/ping", "PING");
        assertThat(look(Face.PGADMIN, answers).kind()).isEqualTo(Kind.RIGHT);
    }

    @Test
    void a_page_that_only_has_the_name_on_it_is_another_program() {
        assertThat(look(Face.AIRFLOW, Map.of("*", LOGIN)).kind()).isEqualTo(Kind.OTHER);
    }

    @Test
    void a_ping_without_a_page_is_another_program() {
        assertThat(look(Face.PGADMIN, Map.of("/", "<title>pgadmin</title>", "/misc/ping", "PING"))
                        .kind())
                .isEqualTo(Kind.OTHER);
    }

    @Test
    void a_redirect_to_another_port_is_not_followed() {
        assertThat(look(Face.AIRFLOW, Map.of("*", "->http://localhost:1/")))
                .isEqualTo(new Seen(Kind.OTHER, "redirects to http://localhost:1/, which is not its own port"));
    }

    @Test
    void a_redirect_in_a_circle_ends() {
        assertThat(look(Face.AIRFLOW, Map.of("*", "->/again")))
                .isEqualTo(new Seen(Kind.BROKEN, "redirects more than 10 times"));
    }

    @Test
    @Timeout(20)
    void one_byte_a_second_ends_in_time() {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                while (true) {
                    exchange.getResponseBody().write('x');
                    exchange.getResponseBody().flush();
                    Thread.sleep(200);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(Face.AIRFLOW.look(page, port()))
                .isEqualTo(new Seen(Kind.BROKEN, "does not answer to the end within 2 s"));
    }

    @Test
    @Timeout(20)
    void a_page_without_an_end_is_read_to_a_bound() {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            var block = LOGIN.repeat(1000).getBytes(StandardCharsets.UTF_8);
            while (true) {
                exchange.getResponseBody().write(block);
            }
        });
        assertThat(Face.AIRFLOW.look(page, port()).kind()).isEqualTo(Kind.OTHER);
    }
}
