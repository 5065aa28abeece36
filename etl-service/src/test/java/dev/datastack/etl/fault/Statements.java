package dev.datastack.etl.fault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Knows from a client's messages which statements it sends, prepared ones too. */
final class Statements {

    static final String COPY_DATA = "CopyData";
    static final String COPY_DONE = "CopyDone";

    private static final char PARSE = 'P';
    private static final char BIND = 'B';
    private static final char QUERY = 'Q';

    /** Sync, Query, Flush, the three of COPY, password and Terminate: now the server is to act. */
    private static final String LAST = "SQHdcfpX";

    private final Map<String, String> prepared = new HashMap<>();
    private final List<String> pending = new ArrayList<>();

    void see(Message message) {
        switch (message.type()) {
            case PARSE -> prepared.put(message.string(0), message.string(1));
            case BIND -> pending.add(prepared.getOrDefault(message.string(1), "?"));
            case QUERY -> pending.add(message.string(0));
            case 'd' -> pending.add(COPY_DATA);
            case 'c' -> pending.add(COPY_DONE);
            default -> {}
        }
    }

    static boolean isLast(Message message) {
        return LAST.indexOf(message.type()) >= 0;
    }

    /** What was sent since the last call, as one text. */
    String take() {
        String all = String.join("; ", pending).strip();
        pending.clear();
        return all;
    }
}
