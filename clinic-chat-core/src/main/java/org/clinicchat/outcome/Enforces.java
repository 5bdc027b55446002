package org.clinicchat.outcome;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the rules that the annotated type or method enforces. The table in {@code docs/rules.md} is made from it.
 * It changes nothing at run time.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
public @interface Enforces {

    /**
     * The ids of the rules.
     *
     * @return one id or more, such as {@code "CARE-9"}
     */
    String[] value();
}
