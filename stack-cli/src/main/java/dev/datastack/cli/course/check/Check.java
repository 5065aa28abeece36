package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.datastack.cli.course.lab.Lab;

/** One thing that must be so when an exercise is done. The manifest declares it: its kind, its name, its values. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
public sealed interface Check permits ImageCheck, ProjectCheck, HandCheck, StackCheck {
    /** What must be so, in words for the learner. */
    String name();

    Finding look(Lab lab);
}
