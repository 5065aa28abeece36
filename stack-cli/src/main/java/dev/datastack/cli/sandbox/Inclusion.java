package dev.datastack.cli.sandbox;

/** A path that a Compose file takes in, as it is written, and the word that asks for it. */
record Inclusion(String word, String path) {
    /** What stands there is a Compose file again. */
    boolean isComposeFile() {
        return word.equals("include") || word.equals("extends");
    }
}
