package dev.datastack.etl.dataset;

import java.util.Collection;

/** There is no such dataset, or no such period of it. */
public final class UnknownDatasetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private UnknownDatasetException(String message) {
        super(message);
    }

    static UnknownDatasetException named(String name, Collection<String> known) {
        return new UnknownDatasetException(
                "There is no dataset \"" + name + "\". Known: " + String.join(", ", known) + ".");
    }

    static UnknownDatasetException period(String text, String cure) {
        return new UnknownDatasetException("\"" + text + "\" is no period of this dataset: " + cure + ".");
    }
}
