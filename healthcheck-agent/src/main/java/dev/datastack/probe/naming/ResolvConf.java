package dev.datastack.probe.naming;

import dev.datastack.probe.machine.IpAddress;
import dev.datastack.probe.text.Sentence;
import java.util.ArrayList;
import java.util.List;

/** What /etc/resolv.conf says: whom to ask, and which endings to try. */
record ResolvConf(List<Nameserver> servers, List<String> search, int dotsForAbsolute) {
    private static final int MAX_SERVERS = 3;
    private static final int MAX_SEARCH = 6;
    private static final int MAX_DOTS = 15;

    static ResolvConf parse(byte[] file) {
        List<Nameserver> servers = new ArrayList<>();
        List<String> search = new ArrayList<>();
        int dots = 1;
        for (List<String> line : Words.lines(file)) {
            switch (line.get(0)) {
                case "nameserver" -> addServer(line, servers);
                case "search", "domain" -> replace(search, line);
                case "options" -> dots = dots(line, dots);
                default -> {}
            }
        }
        return new ResolvConf(servers, search, dots);
    }

    private static void addServer(List<String> line, List<Nameserver> servers) {
        IpAddress address = line.size() < 2 ? null : IpAddress.parse(line.get(1));
        if (address != null && servers.size() < MAX_SERVERS) {
            servers.add(new Nameserver(address, Nameserver.PORT));
        }
    }

    private static void replace(List<String> search, List<String> line) {
        search.clear();
        for (int i = 1; i < line.size() && search.size() < MAX_SEARCH; i++) {
            search.add(line.get(i));
        }
    }

    private static int dots(List<String> options, int otherwise) {
        for (String option : options) {
            if (option.startsWith("ndots:")) {
                int dots = HostPort.port(option.substring("ndots:".length()));
                return dots < 0 ? 0 : Math.min(dots, MAX_DOTS);
            }
        }
        return otherwise;
    }

    /** The full names to ask for, in this order. */
    List<String> candidates(String name) {
        List<String> names = new ArrayList<>();
        boolean absolute = name.endsWith(".");
        boolean first = absolute || dots(name) >= dotsForAbsolute;
        if (first) {
            names.add(name);
        }
        for (int i = 0; i < search.size() && !absolute; i++) {
            String full = Sentence.of("{}.{}", name, search.get(i));
            if (HostName.isValid(full)) {
                names.add(full);
            }
        }
        if (!first) {
            names.add(name);
        }
        return names;
    }

    private static int dots(String name) {
        int dots = 0;
        for (int i = 0; i < name.length(); i++) {
            dots += name.charAt(i) == '.' ? 1 : 0;
        }
        return dots;
    }
}
