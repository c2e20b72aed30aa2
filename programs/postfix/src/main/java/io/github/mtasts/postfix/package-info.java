/** A server that answers Postfix, by MTA-STS and DANE, how to verify TLS for a destination. */
@NullMarked
package io.github.mtasts.postfix;

import org.jspecify.annotations.NullMarked;
