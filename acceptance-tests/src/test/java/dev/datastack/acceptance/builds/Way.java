package dev.datastack.acceptance.builds;

/** How an image of the ETL service was built. */
enum Way {
    DOCKERFILE("dev"),
    JIB("jib");

    private final String tag;

    Way(String tag) {
        this.tag = tag;
    }

    String tag() {
        return tag;
    }
}
