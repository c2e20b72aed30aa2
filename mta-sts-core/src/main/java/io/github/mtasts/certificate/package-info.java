/** Whether a certificate proves a host (RFC 8461, sections 3.3 and 4.2). Pure: no I/O, no clock, no trust store but the given one. */
@NullMarked
package io.github.mtasts.certificate;

import org.jspecify.annotations.NullMarked;
