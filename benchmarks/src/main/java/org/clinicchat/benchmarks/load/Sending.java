package org.clinicchat.benchmarks.load;

/**
 * One message that somebody sends.
 *
 * @param place the conversation
 * @param fromPatient whether the patient writes; otherwise the practitioner
 * @param clientId the sender's own id of the message
 * @param text what is said
 */
public record Sending(Place place, boolean fromPatient, String clientId, String text) {

    /**
     * A conversation's place.
     *
     * @param clinic which clinic
     * @param practitioner whose chat
     * @param patient with whom
     */
    public record Place(String clinic, String practitioner, String patient) {}

    /**
     * The author, as the tables have it.
     *
     * @return a letter for the role, a slash and the id
     */
    public String author() {
        return fromPatient ? "p/" + place.patient() : "d/" + place.practitioner();
    }
}
