/** Remote delivery for Apache James that obeys MTA-STS (RFC 8461). */
@NullMarked
package io.github.mtasts.james;

import org.jspecify.annotations.NullMarked;
