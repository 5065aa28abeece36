package dev.datastack.cli.sandbox;

/** How a setting would reach beyond the project. Each is refused; docs/architecture/sandbox.md says why. */
public enum Reach {
    MACHINE("gives it the rights of the whole machine"),
    CAPABILITY("is a capability beyond those that Docker gives to every container"),
    NAMESPACE("shares a namespace with this machine"),
    ENGINE("gives access to the Docker engine itself"),
    DEVICE("uses a device of this machine"),
    PROGRAM("would run a program on this machine"),
    OUTSIDE("is outside the project's folder"),
    LINK("goes through a link that leads out of the project's folder"),
    REMOTE("is fetched from elsewhere, so its content is unknown"),
    CONTAINER("reaches a container of another project"),
    RESOURCE("belongs to another project"),
    IMAGE("would change an image or a cache of another project"),
    KEYS("gives access to your keys"),
    OPTION("is a name that begins with a dash, as options do"),
    NUMBER("is more than a project of this course needs"),
    UNKNOWN("is a setting that this version does not know");

    private final String words;

    Reach(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
