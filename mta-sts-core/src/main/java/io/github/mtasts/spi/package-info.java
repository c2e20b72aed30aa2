/** The ports to DNS and HTTPS, and the raw facts that they return. Nothing here is judged. */
@NullMarked
package io.github.mtasts.spi;

import org.jspecify.annotations.NullMarked;
