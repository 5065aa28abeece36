package dev.datastack.etl.load;

import dev.datastack.etl.copy.BinaryCopy;
import dev.datastack.etl.dataset.Dataset;
import dev.datastack.etl.dataset.Period;
import dev.datastack.etl.dataset.Problem;
import dev.datastack.etl.ledger.Counts;
import dev.datastack.etl.source.BadFileException;
import dev.datastack.etl.source.Line;
import dev.datastack.etl.source.SourceFile;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Every line of a file goes one of two ways: into the table or among the rejects. */
final class Intake {

    /** Rejects wait in memory until the COPY is over; so many are no accident but another kind of file. */
    static final int MOST_REJECTS = 10_000;

    /** The rest is for the keys: a file of long rejects is not loaded, one of many rows can be. */
    private static final int SHARE_OF_REJECTS = 4;

    private final RowCheck check;
    private final Encoder encoder;
    private final Members members;
    private final MemoryBudget budget;
    private final List<Reject> rejects = new ArrayList<>();
    private long rejectedBytes;
    private long read;
    private long loaded;

    Intake(Dataset dataset, Period period, KnownMembers known, MemoryBudget budget) {
        this.budget = budget;
        check = new RowCheck(dataset, period, known, budget);
        encoder = new Encoder(dataset.columns());
        members = new Members(dataset.references(), budget);
    }

    void take(SourceFile file, BinaryCopy copy)
            throws BadFileException, SQLException, RejectLimitException, TooLargeException {
        for (Line line = file.next(); line != null; line = file.next()) {
            read++;
            Problem problem = check.problem(line);
            if (problem == null) {
                encoder.write(check.row(), copy);
                members.note(check.row());
            } else {
                reject(file, line, problem);
            }
        }
        loaded = copy.finish();
    }

    private void reject(SourceFile file, Line line, Problem problem) throws RejectLimitException, TooLargeException {
        Reject reject = new Reject(line.number(), line.raw(), problem.column(), problem.reason());
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
