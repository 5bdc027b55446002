package org.clinicchat.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** JSON as it stands in a column. What cannot be read is told without being quoted (SAFE-5). */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    static String strings(List<String> values) {
        ArrayNode array = array();
        values.forEach(array::add);
        return array.toString();
    }

    static List<String> strings(String text) {
        List<String> values = new ArrayList<>();
        node(text).forEach(value -> values.add(value.asText()));
        return values;
    }

    static JsonNode node(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            // Its message and its cause would quote the text.
            throw new IllegalStateException(
                    "A column of Clinic Chat's tables has no JSON in it: something else has written there. Restore it.");
        }
    }
}
