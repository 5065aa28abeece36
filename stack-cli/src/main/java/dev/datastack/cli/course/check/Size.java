package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;
import dev.datastack.cli.course.lab.Recipe;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How large the image is, in all or on top of a base. */
@JsonTypeName("size")
record Size(String name, @Nullable Recipe image, @Nullable String base, double atMostMb) implements ImageCheck {
    @Override
    public Finding look(Lab lab) {
        long size = lab.images().build(Recipe.orPlain(image)).size();
        var where = " in all layers";
        if (base != null) {
            size -= lab.images().base(base).size();
            where = " on top of " + base;
        }
        return new Finding(
                size <= atMostMb * 1_000_000,
                megabytes(size / 1_000_000.0) + where,
                megabytes(atMostMb) + " at most" + where);
    }

    static String megabytes(double value) {
        return String.format(Locale.ROOT, "%.1f MB", value);
    }
}
