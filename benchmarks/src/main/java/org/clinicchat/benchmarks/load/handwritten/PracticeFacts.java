package org.clinicchat.benchmarks.load.handwritten;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A practice's settings, of one version.
 *
 * @param version the version
 * @param active whether the service is on
 * @param replies whether the automatic reply is on
 * @param replyText what it says
 * @param round a column of the ledger
 * @param activation a column of the ledger
 * @param digest a column of the ledger
 */
record PracticeFacts(
        long version, boolean active, boolean replies, String replyText, int round, int activation, String digest) {

    static final String COLUMNS = "p.version, p.settings, p.reply_round, p.reply_activation, p.reply_digest";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Reads them out of five columns, beginning at this one. */
    static PracticeFacts read(ResultSet row, int first) throws SQLException {
        JsonNode settings = json(row.getString(first + 1));
        return new PracticeFacts(
                row.getLong(first),
                settings.path("service").path("active").asBoolean(),
                settings.path("reply").path("active").asBoolean(),
                settings.path("reply").path("text").asText(),
                row.getInt(first + 2),
                row.getInt(first + 3),
                row.getString(first + 4));
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a practice's settings are no JSON", e);
        }
    }
}
