package dev.datastack.acceptance.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.datastack.acceptance.stack.Repository;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Within the repository. What others publish may go and come while nothing changes here. */
class PageLinksTest {
    private static final System.Logger LOG = System.getLogger("documents");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");
    /** What messages of the commands and comments of the sources refer to. */
    private static final Pattern MENTIONED = Pattern.compile("\\bdocs/[\\w/-]+\\.md(#[\\w-]+)?");

    private final List<Path> sources = Repository.sources();
    private final Map<Path, Page> pages = sources.stream()
            .filter(file -> file.toString().endsWith(".md"))
            .map(Page::of)
            .collect(Collectors.toMap(Page::file, Function.identity()));

    @Test
    void every_link_leads_to_a_file_and_a_heading_that_exist() {
        var broken = new ArrayList<String>();
        int count = 0;
        for (var page : pages.values()) {
            for (var link : page.links()) {
                if (!ELSEWHERE.matcher(link).matches()) {
                    count++;
                    if (!leadsSomewhere(page.file(), link)) {
                        broken.add(page.file() + ": " + link);
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
        LOG.log(Level.INFO, "Links within the repository: {0}, on {1} pages", count, pages.size());
    }

    @Test
    void every_page_that_a_message_or_a_comment_mentions_exists_with_its_heading() {
        var broken = new ArrayList<String>();
        for (var file : sources) {
            if (file.toString().matches("(?!.*/src/test/).*\\.(java|py|sh|yml|yaml|sql|json|xml)")) {
                var text = Repository.read(Repository.root().resolve(file));
                MENTIONED
                        .matcher(text)
                        .results()
                        .filter(found -> !leadsSomewhere(Path.of("README.md"), found.group()))
                        .forEach(found -> broken.add(file + ": " + found.group()));
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void a_page_has_its_links_and_pictures_and_the_anchors_of_its_headings() {
        var page = Page.of(Path.of("a.md"), """
                # The `up` command, twice
                [one](b.md#x) and ![a picture](c.png)
                | [in a table](d.md) |
                |---|
                ## Limits
                ## Limits
                """);
        assertThat(page.links()).containsExactly("b.md#x", "c.png", "d.md");
        assertThat(page.anchors()).containsExactlyInAnyOrder("the-up-command-twice", "limits", "limits-1");
    }

    private boolean leadsSomewhere(Path from, String link) {
        var parts = link.split("#", 2);
        var folder = Objects.requireNonNullElse(from.getParent(), Path.of(""));
        var target = parts[0].isEmpty() ? from : folder.resolve(parts[0]).normalize();
        if (!Files.exists(Repository.root().resolve(target))) {
            return false;
        }
        return parts.length == 1
                || (pages.containsKey(target)
                        && Objects.requireNonNull(pages.get(target)).anchors().contains(parts[1]));
    }
}
