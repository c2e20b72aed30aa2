/** Fakes for unit tests, and a loopback world of real DNS and HTTPS servers. */
@NullMarked
package io.github.mtasts.testing;

import org.jspecify.annotations.NullMarked;
