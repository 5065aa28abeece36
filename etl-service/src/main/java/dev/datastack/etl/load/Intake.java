package dev.datastack.etl.load;

import dev.datastack.etl.copy.BinaryCopy;
import dev.datastack.etl.dataset.Dataset;
import dev.datastack.etl.dataset.Period;
import dev.datastack.etl.dataset.Problem;
import dev.datastack.etl.dataset.Row;
import dev.datastack.etl.dataset.RowReader;
import dev.datastack.etl.ledger.Counts;
import dev.datastack.etl.source.BadFileException;
import dev.datastack.etl.source.SourceFile;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every line of a file goes one of two ways: into the table or among the rejects. */
final class Intake {

    /** Rejects wait in memory until the COPY is over; so many are no accident but another kind of file. */
    static final int MOST_REJECTS = 10_000;

    /** The rest is for the keys: a file of long rejects is not loaded, one of many rows can be. */
    private static final int SHARE_OF_REJECTS = 4;

    private final Row row;
    private final RowReader reader;
    private final KnownMembers known;
    private final Duplicates duplicates;
    private final Encoder encoder;
    private final Members members;
    private final MemoryBudget budget;
    private final List<Reject> rejects = new ArrayList<>();
    private long rejectedBytes;
    private long read;
    private long loaded;

    Intake(Dataset dataset, Period period, KnownMembers known, MemoryBudget budget) {
        this.budget = budget;
        this.known = known;
        row = new Row(dataset.columns().size());
        reader = new RowReader(dataset, period);
        duplicates = new Duplicates(dataset.key(), budget);
        encoder = new Encoder(dataset.columns());
        members = new Members(dataset.references(), budget);
    }

    void take(SourceFile file, BinaryCopy copy)
            throws BadFileException, SQLException, RejectLimitException, TooLargeException {
        while (file.next()) {
            read++;
            Problem problem = problem(file);
            if (problem == null) {
                encoder.write(row, copy);
                members.note(row);
            } else {
                reject(file, problem);
            }
        }
        loaded = copy.finish();
    }

    /** Reads the line into the row, and returns the first thing that is wrong with it, or null. */
    @Nullable
    Problem problem(SourceFile file) throws TooLargeException {
        Problem problem = file.split(row);
        if (problem == null) {
            problem = reader.read(row);
        }
        if (problem == null) {
            problem = known.problem(row);
        }
        return problem == null ? duplicates.problem(row, file.number()) : problem;
    }

    private void reject(SourceFile file, Problem problem) throws RejectLimitException, TooLargeException {
        Reject reject = new Reject(file.number(), file.raw(), problem.column(), problem.reason());
        budget.grow(0, reject.bytes());
        rejectedBytes += reject.bytes();
        rejects.add(reject);
        if (rejects.size() >= MOST_REJECTS) {
            throw RejectLimitException.number(file.path(), read, rejects);
        } else if (rejectedBytes > budget.limit() / SHARE_OF_REJECTS) {
            throw RejectLimitException.size(file.path(), read, rejects, rejectedBytes);
        }
    }

    void requireRows(SourceFile file) throws BadFileException {
        if (read == 0) {
            throw file.withoutRows();
        }
    }

    void requireTrust(SourceFile file, double limit) throws RejectLimitException {
        if (rejects.size() > limit * read) {
            throw RejectLimitException.share(file.path(), read, rejects, limit);
        }
    }

    Members members() {
        return members;
    }

    List<Reject> rejects() {
        return rejects;
    }

    Counts counts(SourceFile file) throws BadFileException {
        String name = String.valueOf(file.path().getFileName());
        return new Counts(name, file.sha256(), read, loaded, rejects.size());
    }
}
