package dev.datastack.etl.fault;

/** A moment in the talk between a worker and the server: a statement on its way, or the answer to it. */
record Step(Session session, Moment moment, String sql) {

    enum Moment {
        SENT,
        ANSWERED
    }

    boolean isClaim() {
        return sql.contains("SET status = 'running'");
    }

    /** What a worker asks before each claim. */
    boolean isLook() {
        return sql.contains("l.lease_until < clock_timestamp()") && sql.startsWith("SELECT pg_terminate_backend");
    }

    /** A client that ends its session: no statement. */
    boolean isGoodbye() {
        return sql.isEmpty();
    }

    boolean isLastStatement() {
        return moment == Moment.SENT && sql.contains("SET status = 'done'");
    }

    boolean isCommit() {
        return sql.equals("COMMIT");
    }

    boolean isCopyData() {
        return sql.equals(Statements.COPY_DATA);
    }

    /** For people. */
    String label() {
        String line = sql.replaceAll("\\s+", " ");
        return moment + " " + (line.length() <= 60 ? line : line.substring(0, 60) + "…");
    }
}
