package dev.datastack.acceptance.stack;

/** Where an engine keeps its images: in containerd, as new ones do, or in its own store, as those before 29 did. */
public enum ImageStore {
    CONTAINERD,
    CLASSIC;

    /** The one of the engine that this shell speaks to. */
    public static ImageStore of(Shell shell) {
        var driver = shell.output("docker", "info", "--format", "{{.DriverStatus}}");
        return driver.contains("io.containerd.snapshotter") ? CONTAINERD : CLASSIC;
    }

    public ImageStore other() {
        return equals(CONTAINERD) ? CLASSIC : CONTAINERD;
    }
}
