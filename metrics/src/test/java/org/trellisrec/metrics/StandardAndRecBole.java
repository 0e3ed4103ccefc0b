package org.trellisrec.metrics;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A case computed by hand on which the conventions standard and recbole agree. */
@ParameterizedTest
@EnumSource(names = {"STANDARD", "RECBOLE"})
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface StandardAndRecBole {}
