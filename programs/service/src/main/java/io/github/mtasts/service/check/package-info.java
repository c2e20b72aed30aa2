/** Checks for many clients: shared, cached for a short time, and limited in number. */
@NullMarked
package io.github.mtasts.service.check;

import org.jspecify.annotations.NullMarked;
