/** Whether a certificate proves a host (RFC 8461, sections 3.3 and 4.2). Pure: no I/O, no clock, and only the trust anchors given. */
@NullMarked
package io.github.mtasts.certificate;

import org.jspecify.annotations.NullMarked;
