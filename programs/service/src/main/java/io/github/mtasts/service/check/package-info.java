/** Checks for many at once: one look at a domain for all who ask, remembered for a short while, and a cap on all. */
@NullMarked
package io.github.mtasts.service.check;

import org.jspecify.annotations.NullMarked;
