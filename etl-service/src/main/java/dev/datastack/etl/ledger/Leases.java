package dev.datastack.etl.ledger;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Renews leases, on another connection than the one that loads. */
public final class Leases {

    // Also with nothing to renew: then it is the round trip that proves the database. A load between its last statement
    // and its commit holds its row: passed over, or one that hangs there would keep the leases of all others waiting.
    private static final String RENEW = """
            WITH mine AS (
                SELECT l.id, held.waits_for FROM etl.load l
                  JOIN unnest(?::bigint[], ?::bigint[], ?::text[]) AS held (id, fence, waits_for) USING (id, fence)
                 WHERE l.status = 'running'
                   FOR NO KEY UPDATE OF l SKIP LOCKED)
            UPDATE etl.load l
               SET lease_until = clock_timestamp() + make_interval(secs => ?), waits_for = nullif(mine.waits_for, '')
              FROM mine WHERE l.id = mine.id
            RETURNING l.id
            """;

    private final LeaseTerms terms;

    public Leases(LeaseTerms terms) {
        this.terms = terms;
    }

    /**
     * Returns those that are still ours. A load that ends at this moment is not among them.
     *
     * @param held with whom each waits for; empty when it waits for nobody
     */
    public Set<Claim> renew(Connection connection, Map<Claim, String> held) throws SQLException {
        List<Claim> claims = List.copyOf(held.keySet());
        Array ids = connection.createArrayOf(
                "bigint", claims.stream().map(Claim::id).toArray());
        Array fences = connection.createArrayOf(
                "bigint", claims.stream().map(Claim::fence).toArray());
        try (PreparedStatement statement = connection.prepareStatement(RENEW)) {
            statement.setArray(1, ids);
            statement.setArray(2, fences);
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "text", claims.stream().map(held::get).toArray()));
            statement.setDouble(4, terms.seconds());
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
