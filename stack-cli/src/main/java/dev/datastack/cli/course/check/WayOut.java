package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;

/** Whether a service has a default route, which is how packets leave its own networks. */
@JsonTypeName("way-out")
record WayOut(String name, String service, boolean open) implements ProjectCheck {
    /** The kernel's routing table has the default route as destination 0, in hexadecimal. */
    private static final String DEFAULT_ROUTE =
            "while read -r _ to _; do [ \"$to\" != 00000000 ] || exit 0; done " + "</proc/net/route; exit 9";

    @Override
    public Finding look(Lab lab) {
        boolean found = lab.project().beside(service, DEFAULT_ROUTE).well();
        return new Finding(found == open, words(found), words(open));
    }

    private String words(boolean route) {
        return service + (route ? " has a" : " has no") + " route out of its networks";
    }
}
