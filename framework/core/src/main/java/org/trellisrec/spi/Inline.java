package org.trellisrec.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component of a params record that is itself a params record and whose parameters stand
 * among those of the outer record, as if they were declared there. It is how models share groups of
 * parameters, for instance how they are trained, without a level of nesting in YAML.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Inline {
  /**
   * Defaults that differ from those of the shared record, each as {@code key: value} with the value
   * as it would be written in YAML.
   */
  String[] defaults() default {};
}
