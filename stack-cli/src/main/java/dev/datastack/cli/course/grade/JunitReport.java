package dev.datastack.cli.course.grade;

import dev.datastack.cli.course.ReportFile;
import java.io.StringWriter;
import java.nio.file.Path;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The grade as JUnit writes results, which every CI server reads: a rule is a test case. */
public final class JunitReport {
    private JunitReport() {}

    static void write(Grade grade, Path file) {
        new ReportFile("--junit", file).write(xml(grade));
    }

    static String xml(Grade grade) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            suite(xml, grade);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private static void suite(XMLStreamWriter xml, Grade grade) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "capstone: " + grade.project());
        xml.writeAttribute("tests", String.valueOf(grade.results().size()));
        xml.writeAttribute("failures", count(grade, Outcome.NOT_MET));
        xml.writeAttribute("skipped", count(grade, Outcome.NOT_JUDGED));
        xml.writeAttribute("errors", "0");
        for (var result : grade.results()) {
            testCase(xml, result);
        }
        xml.writeEndElement();
    }

    private static void testCase(XMLStreamWriter xml, Result result) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute(
                "classname", "capstone." + result.rule().deliverable().key());
        xml.writeAttribute("name", result.rule().id() + ": " + result.rule().text());
        if (result.outcome() != Outcome.MET) {
            xml.writeStartElement(result.outcome() == Outcome.NOT_MET ? "failure" : "skipped");
            xml.writeAttribute("message", result.reason());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String count(Grade grade, Outcome outcome) {
        return String.valueOf(grade.results().stream()
                .filter(result -> result.outcome() == outcome)
                .count());
    }
}
