package dev.datastack.cli.sandbox;

/** How a setting would reach beyond the project. Each is refused; docs/architecture/sandbox.md says why. */
public enum Reach {
    MACHINE("gives it the rights of the whole machine"),
    CAPABILITY("is a capability beyond those that Docker gives to every container"),
    NAMESPACE("shares a namespace with this machine"),
    ENGINE("reaches the Docker engine itself"),
    DEVICE("uses a device of this machine"),
    PROGRAM("would run a program on this machine"),
    OUTSIDE("lies outside of the project's folder"),
    LINK("goes through a link that leads out of the project's folder"),
    REMOTE("is fetched from another place, so nobody knows what it is"),
    CONTAINER("reaches a container of another project"),
    RESOURCE("belongs to another project"),
    IMAGE("would change an image or a cache of another project"),
    KEYS("hands out keys of whoever runs this"),
    OPTION("is a name that begins with a dash, as options do"),
    NUMBER("is more than a project of this course needs"),
    UNKNOWN("is a setting of which this version does not know how far it reaches");

    private final String words;

    Reach(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
