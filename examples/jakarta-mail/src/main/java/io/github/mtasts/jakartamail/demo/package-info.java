/** The client at work, in a world of mail servers on the loopback interface. */
@NullMarked
package io.github.mtasts.jakartamail.demo;

import org.jspecify.annotations.NullMarked;
