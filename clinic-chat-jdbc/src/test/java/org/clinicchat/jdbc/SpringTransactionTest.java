package org.clinicchat.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clinicchat.jdbc.JoinedScene.ANNA;
import static org.clinicchat.jdbc.JoinedScene.BRUNO;
import static org.clinicchat.jdbc.JoinedScene.ROSSI;

import org.clinicchat.Clinic;
import org.clinicchat.JoinedChat;
import org.clinicchat.message.Draft;
import org.clinicchat.outcome.RefusedException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A transaction that Spring manages takes the chat along. */
class SpringTransactionTest {

    @ParameterizedTest
    @EnumSource
    @Tag("SAFE-7")
    void whatSpringCommitsOrRollsBackIsTheChatsToo(Dialect dialect) {
        JoinedScene scene = JoinedScene.on(dialect);
        scene.listen();
        TransactionTemplate spring = new TransactionTemplate(new JdbcTransactionManager(scene.dataSource));
        spring.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);

        spring.executeWithoutResult(status -> bookAndTell(scene, Draft.of(ANNA, "one")));
        assertThat(scene.appointments()).isOne();
        assertThat(scene.told).containsExactly(1L);

        assertThatThrownBy(() -> spring.executeWithoutResult(status -> bookAndTell(scene, Draft.of(BRUNO, "no"))))
                .isInstanceOf(RefusedException.class);
        spring.executeWithoutResult(status -> {
            bookAndTell(scene, Draft.of(ANNA, "two"));
            status.setRollbackOnly();
        });
        assertThat(scene.appointments()).isOne();
        assertThat(scene.told).containsExactly(1L);

        spring.executeWithoutResult(status -> bookAndTell(scene, Draft.of(ANNA, "two")));
        assertThat(scene.told).containsExactly(1L, 2L);
    }

    private static void bookAndTell(JoinedScene scene, Draft draft) {
        new JdbcTemplate(scene.dataSource)
                .update(
                        "INSERT INTO appointment VALUES (?, 'monday')",
                        scene.clinic.id().value());
        joined(scene).practitioner(ROSSI).conversationWith(ANNA).send(draft).orThrow();
    }

    private static Clinic joined(JoinedScene scene) {
        JoinedChat joined = scene.chat.joining(scene.store.joining(DataSourceUtils.getConnection(scene.dataSource)));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                joined.afterCommit();
            }
        });
        return joined.clinic(scene.clinic.id());
    }
}
