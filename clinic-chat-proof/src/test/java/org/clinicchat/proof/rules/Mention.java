package org.clinicchat.proof.rules;

/**
 * A place in the sources that names a rule.
 *
 * @param rule the id as it is written there
 * @param file the source, from the project's root
 * @param type the type's name, with the names of the types around it
 * @param member the method or field, or empty if the type itself names the rule
 * @param isTest whether an engine runs it as a test
 */
record Mention(String rule, String file, String type, String member, boolean isTest) {

    String where() {
        return member.isEmpty() ? type : type + "." + member;
    }
}
