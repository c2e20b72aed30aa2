/** The interface over HTTP. */
@NullMarked
package io.github.mtasts.service.http;

import org.jspecify.annotations.NullMarked;
