package org.trellisrec.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One sentence on what a plugin does, shown by {@code trellisrec list} and on the reference pages.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Summary {
  /** The sentence, with a full stop. */
  String value();

  /** The source: author, title, venue, year, and DOI where there is one. */
  String source() default "";
}
