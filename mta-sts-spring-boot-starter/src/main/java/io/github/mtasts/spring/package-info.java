/** The checker and the sender as beans of a Spring Boot application. */
@NullMarked
package io.github.mtasts.spring;

import org.jspecify.annotations.NullMarked;
