package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;
import dev.datastack.cli.course.lab.LabProject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The host gets a page from a published port of a service. */
@JsonTypeName("answers")
record Answers(String name, String service, int port, String path, String text) implements ProjectCheck {
    private static final int PATIENCE = 10;
    private static final Duration ANSWER = Duration.ofSeconds(3);

    @Override
    public Finding look(Lab lab) {
        var project = lab.project();
        if (project.published(service, port).isEmpty()) {
            return new Finding(false, "port " + port + " of " + service + " is not published", expected());
        }
        var page = Patience.until(lab, PATIENCE, () -> page(project), seen -> seen.contains(text));
        return new Finding(page.contains(text), service + " answers: " + Told.shortened(page), expected());
    }

    private String page(LabProject project) {
        var address = project.published(service, port).stream().findFirst().orElse("");
        var uri = URI.create("http://" + called(address) + path);
        try {
            var request = HttpRequest.newBuilder(uri).timeout(ANSWER).build();
            var client = HttpClient.newBuilder().connectTimeout(ANSWER).build();
            return client.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            return "no answer (" + e.getClass().getSimpleName() + ")";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    /** 0.0.0.0 is where it listens, not where one calls; and an address of version 6 stands in brackets. */
    private static String called(String address) {
        int colon = address.lastIndexOf(':');
        return address.indexOf(':') < colon
                ? "[" + address.substring(0, colon) + "]" + address.substring(colon)
                : address.replace("0.0.0.0:", "127.0.0.1:");
    }

    private String expected() {
        return service + " answers a page with '" + text + "'";
    }
}
