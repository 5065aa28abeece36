package dev.datastack.acceptance.loading;

import dev.datastack.acceptance.stack.Repository;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The demo's report as somebody reads it who has the file and nothing else. */
record DemoReport(Element page) {
    static DemoReport read(Path file) {
        try {
            var document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(Repository.read(file))));
            return new DemoReport(document.getDocumentElement());
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("the report is not well-formed", e);
        }
    }

    /** Each airline by its code, with the shares of the months in which it arrived anywhere. */
    List<List<Object>> heatMap() {
        return all(page, "tr")
                .filter(row -> row.hasAttribute("data-carrier"))
                .sorted(Comparator.comparing(row -> row.getAttribute("data-carrier")))
                .map(row -> List.<Object>of(row.getAttribute("data-carrier"), shares(row)))
                .toList();
    }

    private static String shares(Element row) {
        return String.join(
                " ",
                all(row, "td")
                        .filter(cell -> cell.getAttribute("class").startsWith("q"))
                        .map(Element::getTextContent)
                        .toList());
    }

    /** The folded table of a section, in the form of {@code Rows}. */
    List<List<Object>> numbersOf(String section) {
        return all(page, "section")
                .filter(element -> element.getAttribute("id").equals(section))
                .flatMap(element -> all(element, "tbody"))
                .flatMap(body -> all(body, "tr"))
                .map(DemoReport::row)
                .toList();
    }

    private static List<Object> row(Element row) {
        var cells = new ArrayList<Object>();
        all(row, "th").forEach(head -> cells.add(head.getTextContent()));
        all(row, "td").forEach(cell -> cells.add(plain(cell.getTextContent().replace(",", ""))));
        return List.copyOf(cells);
    }

    private static Object plain(String text) {
        if (!text.matches("-?[0-9.]+")) {
            return text;
        }
        var number = new BigDecimal(text).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    List<String> marked() {
        return all(page, "mark").map(Element::getTextContent).toList();
    }

    private static Stream<Element> all(Element parent, String tag) {
        var nodes = parent.getElementsByTagName(tag);
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i));
    }
}
