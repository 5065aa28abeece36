package dev.datastack.cli.course.check;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.datastack.cli.course.lab.Lab;
import dev.datastack.cli.course.lab.LabException;

/** Whether a service has a default route, which is how packets leave its own networks. */
@JsonTypeName("way-out")
record WayOut(String name, String service, boolean open) implements ProjectCheck {
    private static final int NO_ROUTE = 9;

    /** The kernel's routing table has the default route as destination 0, in hexadecimal. */
    private static final String DEFAULT_ROUTE =
            "while read -r _ to _; do [ \"$to\" != 00000000 ] || exit 0; done " + "</proc/net/route; exit " + NO_ROUTE;

    @Override
    public Finding look(Lab lab) {
        var looked = lab.project().beside(service, DEFAULT_ROUTE);
        if (!looked.well() && looked.exitCode() != NO_ROUTE) {
            throw LabException.saying("nobody could look beside " + service + ": " + Told.briefly(looked));
        }
        boolean found = looked.well();
        return new Finding(found == open, words(found), words(open));
    }

    private String words(boolean route) {
        return service + (route ? " has a" : " has no") + " route out of its networks";
    }
}
