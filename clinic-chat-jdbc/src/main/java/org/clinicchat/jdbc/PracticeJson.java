package org.clinicchat.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.service.AutoReply;
import org.clinicchat.service.ChatService;
import org.clinicchat.service.Practice;
import org.clinicchat.substitution.SubstituteAccess;

/**
 * What a practitioner sets, as it stands in a practice's row. Every version that was ever written can be read: a row keeps
 * the version in which it was written last. A field that a version does not have is passed over, and lost with the next
 * writing: whoever adds one that counts adds a version.
 */
final class PracticeJson {

    private static final int VERSION = 1;

    private PracticeJson() {}

    static String write(Practice practice) {
        ObjectNode settings = Json.object().put("v", VERSION);
        settings.putObject("service")
                .put("active", practice.service().active())
                .put("since", practice.service().since().toString());
        AutoReply reply = practice.autoReply();
        settings.putObject("reply")
                .put("active", reply.active())
                .put("text", reply.text())
                .put("activation", reply.activation())
                .put("round", reply.round());
        SubstituteAccess access = practice.substitutes();
        ObjectNode substitutes = settings.putObject("substitutes").put("visible", access.visible());
        access.from().ifPresent(from -> substitutes.put("from", from.toString()));
        access.until().ifPresent(until -> substitutes.put("until", until.toString()));
        return settings.toString();
    }

    /**
     * A practice.
     *
     * @throws IllegalStateException if the settings are of a version that is not known
     */
    static Practice read(String text, PractitionerId practitioner, long practiceVersion) {
        JsonNode settings = Json.node(text);
        int written = settings.path("v").asInt();
        if (written != VERSION) {
            throw new IllegalStateException("A practice's settings are written in version " + written
                    + ", and this library reads version " + VERSION
                    + ". Use the library's version that wrote them, or a later one, on every node.");
        }
        return new Practice(
                practitioner,
                practiceVersion,
                service(settings.required("service")),
                reply(settings.required("reply")),
                substitutes(settings.required("substitutes")));
    }

    private static ChatService service(JsonNode service) {
        return new ChatService(
                service.required("active").asBoolean(),
                Instant.parse(service.required("since").asText()));
    }

    private static AutoReply reply(JsonNode reply) {
        return new AutoReply(
                reply.required("active").asBoolean(),
                reply.required("text").asText(),
                reply.required("activation").asInt(),
                reply.required("round").asInt());
    }

    private static SubstituteAccess substitutes(JsonNode substitutes) {
        return new SubstituteAccess(
                substitutes.required("visible").asBoolean(), time(substitutes, "from"), time(substitutes, "until"));
    }

    private static Optional<Instant> time(JsonNode parent, String name) {
        return Optional.ofNullable(parent.get(name)).map(JsonNode::asText).map(Instant::parse);
    }
}
