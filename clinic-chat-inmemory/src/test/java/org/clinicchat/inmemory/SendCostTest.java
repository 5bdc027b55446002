package org.clinicchat.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.clinicchat.Clinic;
import org.clinicchat.ClinicChat;
import org.clinicchat.message.ClientMessageId;
import org.clinicchat.message.Draft;
import org.clinicchat.people.ClinicId;
import org.clinicchat.people.PatientId;
import org.clinicchat.people.PatientProfile;
import org.clinicchat.people.PractitionerId;
import org.junit.jupiter.api.Test;

/**
 * What a send costs in bytes, which no other load on the machine can touch: the same in a conversation of ten messages, of ten
 * thousand and of a million, and among one conversation and ten thousand.
 */
class SendCostTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int SAMPLE = 2_000;
    private static final PractitionerId ROSSI = PractitionerId.of("rossi");
    private static final String TEXT = "Good morning";

    private int sent;

    @Test
    void aSendAllocatesTheSameWhateverTheLengthOfTheConversation() {
        Clinic clinic = clinic(1);
        grow(clinic, 1, 30_000); // until the compiler has made of it what it will
        Clinic measured = clinic(1);
        grow(measured, 1, 10);
        long atTen = bytesOfASend(measured, 1);
        grow(measured, 1, 10_000 - 10 - SAMPLE);
        long atTenThousand = bytesOfASend(measured, 1);
        grow(measured, 1, 1_000_000 - 10_000 - SAMPLE);
        long atAMillion = bytesOfASend(measured, 1);
        assertThat(atTenThousand)
                .as("at 10,000, where at 10 it is %d", atTen)
                .isBetween(atTen * 8 / 10, atTen * 12 / 10);
        assertThat(atAMillion)
                .as("at 1,000,000, where at 10 it is %d", atTen)
                .isBetween(atTen * 8 / 10, atTen * 12 / 10);
        assertThat(atAMillion).isLessThan(6_000);
    }

    @Test
    void aSendAllocatesTheSameWhateverTheNumberOfConversations() {
        Clinic clinic = clinic(10_000);
        grow(clinic, 1, 30_000);
        long inOne = bytesOfASend(clinic, 1);
        grow(clinic, 10_000, 20_000);
        long amongMany = bytesOfASend(clinic, 10_000);
        assertThat(amongMany).isBetween(inOne * 8 / 10, inOne * 12 / 10);
    }

    private long bytesOfASend(Clinic clinic, int conversations) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        grow(clinic, conversations, SAMPLE);
        return (THREADS.getCurrentThreadAllocatedBytes() - before) / SAMPLE;
    }

    private void grow(Clinic clinic, int conversations, int messages) {
        for (int i = 0; i < messages; i++) {
            PatientId patient = patient(sent % conversations);
            Draft draft = Draft.of(ClientMessageId.of("k" + sent++), patient, TEXT);
            clinic.patient(patient).conversationWith(ROSSI).send(draft).orThrow();
        }
    }

    private static Clinic clinic(int patients) {
        Clinic clinic =
                ClinicChat.on(InMemoryStorage.create()).sweepOnDemand().build().clinic(ClinicId.of("san-marco"));
        clinic.host().putPractice(ROSSI);
        clinic.practitioner(ROSSI).settings().activateService();
        for (int i = 0; i < patients; i++) {
            clinic.host().putPatient(PatientProfile.of(patient(i), "Given", "Family"));
        }
        return clinic;
    }

    private static PatientId patient(int number) {
        return PatientId.of("p" + number);
    }
}
