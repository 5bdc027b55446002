package org.clinicchat.testkit.model;

import java.time.Instant;
import java.util.Optional;
import org.clinicchat.PracticeSettings;
import org.clinicchat.outcome.Outcome;
import org.clinicchat.service.Practice;

/** The settings of the chat under test. */
record FacadeSettings(PracticeSettings settings) implements SettingsCalls {

    @Override
    public Outcome<Practice> show() {
        return settings.show();
    }

    @Override
    public Outcome<Practice> service(boolean on) {
        return on ? settings.activateService() : settings.deactivateService();
    }

    @Override
    public Outcome<Practice> writeAutoReply(String text) {
        return settings.writeAutoReply(text);
    }

    @Override
    public Outcome<Practice> activateAutoReply(Optional<String> text) {
        return text.isPresent() ? settings.activateAutoReply(text.get()) : settings.activateAutoReply();
    }

    @Override
    public Outcome<Practice> deactivateAutoReply() {
        return settings.deactivateAutoReply();
    }

    @Override
    public Outcome<Practice> resetAutoReply() {
        return settings.resetAutoReply();
    }

    @Override
    public Outcome<Practice> showToSubstitutes(Optional<Instant> from, Optional<Instant> until) {
        boolean always = from.isEmpty() && until.isEmpty();
        return always ? settings.showToSubstitutes() : settings.showToSubstitutes(from, until);
    }

    @Override
    public Outcome<Practice> hideFromSubstitutes() {
        return settings.hideFromSubstitutes();
    }
}
