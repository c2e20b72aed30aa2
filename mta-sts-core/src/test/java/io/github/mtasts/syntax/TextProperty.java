package io.github.mtasts.syntax;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Property;

/** What holds for any text: tried on the same 1000 texts each time, so that a build's result depends on the code alone. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Property(tries = 1000, seed = "8461", edgeCases = EdgeCasesMode.NONE)
@interface TextProperty {}
