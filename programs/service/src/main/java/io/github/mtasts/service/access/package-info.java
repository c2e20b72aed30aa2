/** Who is admitted, and how often. */
@NullMarked
package io.github.mtasts.service.access;

import org.jspecify.annotations.NullMarked;
