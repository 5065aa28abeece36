package dev.datastack.etl.ledger;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Renews leases, on another connection than the one that loads. */
public final class Leases {

    // Also with nothing to renew: then it is the round trip that proves the database.
    private static final String RENEW = """
            UPDATE etl.load l
               SET lease_until = clock_timestamp() + make_interval(secs => ?)
              FROM unnest(?::bigint[], ?::bigint[]) AS mine (id, fence)
             WHERE l.id = mine.id AND l.fence = mine.fence AND l.status = 'running'
            RETURNING l.id
            """;

    private final LeaseTerms terms;

    public Leases(LeaseTerms terms) {
        this.terms = terms;
    }

    /** Returns those that are still ours. A load that ends at this moment is not among them. */
    public Set<Claim> renew(Connection connection, Collection<Claim> claims) throws SQLException {
        Array ids = connection.createArrayOf(
                "bigint", claims.stream().map(Claim::id).toArray());
        Array fences = connection.createArrayOf(
                "bigint", claims.stream().map(Claim::fence).toArray());
        try (PreparedStatement statement = connection.prepareStatement(RENEW)) {
            statement.setDouble(1, terms.seconds());
            statement.setArray(2, ids);
            statement.setArray(3, fences);
            try (ResultSet rows = statement.executeQuery()) {
                return renewed(rows, claims);
            }
        }
    }

    private static Set<Claim> renewed(ResultSet rows, Collection<Claim> claims) throws SQLException {
        Set<Long> ids = new HashSet<>();
        while (rows.next()) {
            ids.add(rows.getLong(1));
        }
        Set<Claim> renewed = new HashSet<>(claims);
        renewed.removeIf(claim -> !ids.contains(claim.id()));
        return renewed;
    }
}
