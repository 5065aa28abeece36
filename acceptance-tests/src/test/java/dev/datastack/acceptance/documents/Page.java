package dev.datastack.acceptance.documents;

import dev.datastack.acceptance.stack.Repository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** What a page links to, and what can be linked to in it. The file is relative to the repository. */
record Page(Path file, List<String> links, Set<String> anchors) {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    static Page of(Path file) {
        return of(file, Repository.read(Repository.root().resolve(file)));
    }

    static Page of(Path file, String text) {
        var links = new ArrayList<String>();
        var anchors = new HashSet<String>();
        // As GitHub makes them: a second heading of the same words gets a number.
        var ids = IdGenerator.builder().defaultId("section").build();
        PARSER.parse(text).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                links.add(link.getDestination());
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                links.add(image.getDestination());
            }

            @Override
            public void visit(Heading heading) {
                anchors.add(ids.generateId(words(heading)));
                visitChildren(heading);
            }
        });
        return new Page(file, List.copyOf(links), Set.copyOf(anchors));
    }

    private static String words(Node heading) {
        var words = new StringBuilder();
        heading.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }
        });
        return words.toString();
    }
}
