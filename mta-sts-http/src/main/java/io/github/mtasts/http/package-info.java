/** Policies over HTTPS, by way of OkHttp. */
@NullMarked
package io.github.mtasts.http;

import org.jspecify.annotations.NullMarked;
