/** SMTP TLS reports (RFC 8460, sections 4 and 5): what senders saw, counted for the owner of a domain. */
@NullMarked
package io.github.mtasts.tlsrpt;

import org.jspecify.annotations.NullMarked;
