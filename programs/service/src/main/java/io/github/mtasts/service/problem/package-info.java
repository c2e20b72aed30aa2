/** Errors as clients get them (RFC 9457). */
@NullMarked
package io.github.mtasts.service.problem;

import org.jspecify.annotations.NullMarked;
