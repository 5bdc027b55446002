package org.clinicchat.jdbc;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
            throw damaged();
        }
    }

    /** An array of flat objects, read without a tree: every row of a list has one. */
    static List<Map<String, String>> objects(String text) {
        try (JsonParser parser = MAPPER.createParser(text)) {
            List<Map<String, String>> objects = new ArrayList<>();
            boolean whole = parser.nextToken() == JsonToken.START_ARRAY;
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                objects.add(fields(parser));
            }
            if (!whole || parser.currentToken() != JsonToken.END_ARRAY) {
                throw damaged();
            }
            return objects;
        } catch (IOException e) {
            throw damaged();
        }
    }

    private static Map<String, String> fields(JsonParser parser) throws IOException {
        Map<String, String> fields = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            fields.put(name, parser.getText());
            parser.skipChildren();
        }
        return fields;
    }

    /** The cause would quote the text. */
    static IllegalStateException damaged() {
        return new IllegalStateException(
                "A column of Clinic Chat's tables has no JSON in it: something else has written there. Restore it.");
    }
}
