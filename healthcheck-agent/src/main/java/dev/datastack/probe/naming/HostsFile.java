package dev.datastack.probe.naming;

import dev.datastack.probe.machine.IpAddress;
import java.util.ArrayList;
import java.util.List;

/** The names of /etc/hosts. Docker writes {@code localhost}, the container's own name and {@code extra_hosts} there. */
final class HostsFile {
    private HostsFile() {}

    static List<IpAddress> find(String name, byte[] file) {
        List<IpAddress> found = new ArrayList<>();
        for (List<String> line : Words.lines(file)) {
            IpAddress address = IpAddress.parse(line.get(0));
            for (int i = 1; i < line.size() && address != null; i++) {
                if (HostName.same(line.get(i), name)) {
                    found.add(address);
                    break;
                }
            }
        }
        return found;
    }
}
