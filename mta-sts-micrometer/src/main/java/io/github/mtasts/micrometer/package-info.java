/** What the checker and the sender do, as meters of Micrometer. */
@NullMarked
package io.github.mtasts.micrometer;

import org.jspecify.annotations.NullMarked;
