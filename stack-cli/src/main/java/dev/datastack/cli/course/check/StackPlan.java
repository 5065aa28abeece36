package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;
import dev.datastack.cli.course.lab.LabException;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** How many pages of 8 kB PostgreSQL reads for a query, cached or not: unlike its time, the same on every machine. */
@JsonTypeName("stack-plan")
record StackPlan(String name, String sql, long pagesAtMost) implements StackCheck {
    @Override
    public Finding look(Lab lab) {
        var answer = lab.stack().query("EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) " + sql);
        if (!answer.well()) {
            throw LabException.saying("the warehouse returns: " + Told.rows(answer));
        }
        var plan = JsonMapper.shared().readTree(answer.outText()).path(0).path("Plan");
        long pages = plan.path("Shared Hit Blocks").asLong(0)
                + plan.path("Shared Read Blocks").asLong(0);
        return new Finding(
                pages <= pagesAtMost, "the query reads " + grouped(pages), "at most " + grouped(pagesAtMost));
    }

    private static String grouped(long pages) {
        return String.format(Locale.ROOT, "%,d pages", pages);
    }
}
