package org.trellisrec.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares one parameter: a component of a params record. The YAML key is the component's name in
 * snake case. The binder, the reference pages, {@code trellisrec describe} and the JSON Schema all
 * read this annotation.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Param {
  /** Marks a parameter that has no default and must be given. */
  String REQUIRED = "\u0000required";

  /** Marks a parameter that may be left out and is then null. */
  String OPTIONAL = "\u0000optional";

  /** One sentence: what it is, in which unit. */
  String description();

  /** The default as it would be written in YAML, or {@link #REQUIRED} or {@link #OPTIONAL}. */
  String byDefault() default REQUIRED;

  /** Smallest number allowed; for a list it holds for every element. */
  double min() default Double.NEGATIVE_INFINITY;

  /** Largest number allowed; for a list it holds for every element. */
  double max() default Double.POSITIVE_INFINITY;

  /** True if {@link #min()} itself is not allowed. */
  boolean aboveMin() default false;

  /** True if {@link #max()} itself is not allowed. */
  boolean belowMax() default false;

  /** Other keys that are read as this one, for instance Elliot's. */
  String[] aliases() default {};
}
