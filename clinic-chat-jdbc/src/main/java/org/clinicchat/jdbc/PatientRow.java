package org.clinicchat.jdbc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.PersonIdentifier;
import org.clinicchat.people.SearchKeys;

/** A patient's profile as it stands in its row. */
final class PatientRow {

    /** What is read, of the table under the name t. */
    static final String COLUMNS = "t.given_name, t.family_name, t.identifiers";

    private PatientRow() {}

    /** The profile; empty if the row has no patient. */
    static Optional<PatientProfile> read(Row row, PatientId patient) throws SQLException {
        Optional<String> givenName = row.optionalText();
        Optional<String> familyName = row.optionalText();
        Optional<String> identifiers = row.optionalText();
        return identifiers.map(json ->
                new PatientProfile(patient, givenName.orElseThrow(), familyName.orElseThrow(), identifiers(json)));
    }

    static String identifiers(PatientProfile profile) {
        ArrayNode array = Json.array();
        for (PersonIdentifier identifier : profile.identifiers()) {
            array.addObject().put("system", identifier.system()).put("value", identifier.value());
        }
        return array.toString();
    }

    private static List<PersonIdentifier> identifiers(String json) {
        return Json.objects(json).stream()
                .map(fields -> new PersonIdentifier(required(fields, "system"), required(fields, "value")))
                .toList();
    }

    private static String required(Map<String, String> fields, String name) {
        return Optional.ofNullable(fields.get(name)).orElseThrow(Json::damaged);
    }

    /** What {@link SearchSql} compares with: neither words nor normalised identifiers have a space or a # in them. */
    static String searchText(PatientProfile profile) {
        SearchKeys keys = SearchKeys.of(profile);
        StringBuilder text = new StringBuilder();
        keys.words().forEach(word -> text.append(' ').append(word));
        keys.identifiers().forEach(identifier -> text.append(" #").append(identifier));
        return text.toString();
    }
}
