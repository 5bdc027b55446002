package org.clinicchat.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.clinicchat.outcome.Enforces;

/**
 * One entry of the ledger of automatic replies, kept for each conversation (AUTO-2): which reply was delivered.
 *
 * @param round the reset under which it was delivered; entries of earlier rounds no longer count
 * @param activation the switching-on under which it was delivered
 * @param textDigest SHA-256 of the text's UTF-8, in 64 hexadecimal digits
 */
@Enforces("AUTO-2")
public record AutoReplyDelivery(int round, int activation, String textDigest) {

    static AutoReplyDelivery of(AutoReply reply) {
        return new AutoReplyDelivery(reply.round(), reply.activation(), digest(reply.text()));
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "AutoReplyDelivery[round " + round + ", activation " + activation + "]";
    }
}
