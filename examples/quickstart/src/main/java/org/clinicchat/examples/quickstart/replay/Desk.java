package org.clinicchat.examples.quickstart.replay;

import java.util.List;
import org.clinicchat.Clinic;
import org.clinicchat.HostView;
import org.clinicchat.people.PractitionerId;
import org.clinicchat.people.WorkGroup;
import org.clinicchat.people.WorkGroupId;

/**
 * A practitioner in the replay, with the colleague who stands in for him.
 *
 * @param owner whose chats they are
 * @param colleague who writes as his substitute
 * @param name the owner's
 */
record Desk(PractitionerId owner, PractitionerId colleague, String name) {

    static final String AUTO_REPLY =
            "Thank you for your message. I read and answer twice a day. If it cannot wait, please call; in an"
                    + " emergency dial 112.";

    private static final PractitionerId ROSSI = PractitionerId.of("rossi");
    private static final PractitionerId BIANCHI = PractitionerId.of("bianchi");
    private static final PractitionerId CONTI = PractitionerId.of("conti");
    private static final PractitionerId GRECO = PractitionerId.of("greco");

    /** The desks of a clinic, which puts them all in one work group; everybody's service and automatic reply are on. */
    static List<Desk> open(Clinic clinic) {
        HostView host = clinic.host();
        List<Desk> desks = List.of(
                new Desk(ROSSI, BIANCHI, "Dr Elena Rossi"),
                new Desk(BIANCHI, CONTI, "Dr Paolo Bianchi"),
                new Desk(CONTI, GRECO, "Dr Sara Conti"),
                new Desk(GRECO, ROSSI, "Dr Luca Greco"));
        desks.forEach(desk -> host.putPractice(desk.owner));
        host.putWorkGroup(WorkGroup.of(WorkGroupId.of("all-desks"), ROSSI, BIANCHI, CONTI, GRECO));
        for (Desk desk : desks) {
            var settings = clinic.practitioner(desk.owner).settings();
            settings.activateService().orThrow();
            settings.activateAutoReply(AUTO_REPLY).orThrow();
            settings.showToSubstitutes().orThrow();
        }
        return desks;
    }
}
