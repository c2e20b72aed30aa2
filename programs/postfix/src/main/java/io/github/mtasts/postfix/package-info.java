/** A server for Postfix: tells by MTA-STS how TLS is to be proven for a destination. */
@NullMarked
package io.github.mtasts.postfix;

import org.jspecify.annotations.NullMarked;
