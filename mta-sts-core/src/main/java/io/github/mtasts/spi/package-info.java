/** The ports through which the world is seen, and the raw facts that come through them. Nothing here is judged. */
@NullMarked
package io.github.mtasts.spi;

import org.jspecify.annotations.NullMarked;
