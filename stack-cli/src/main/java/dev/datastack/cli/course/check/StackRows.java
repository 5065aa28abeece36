package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;

/** What a query in the warehouse returns. The query puts it in words, so that the learner need not read SQL. */
@JsonTypeName("stack-rows")
record StackRows(String name, String sql, String text) implements StackCheck {
    @Override
    public Finding look(Lab lab) {
        var answer = lab.stack().query(sql);
        return new Finding(
                answer.well() && answer.outText().equals(text),
                "the warehouse returns: " + Told.rows(answer),
                "the warehouse returns: " + text);
    }
}
