package dev.datastack.cli.up.progress;

/** Shows frames. */
public interface View {
    void show(Frame frame);
}
