/** Calls of ports under a deadline: shared by the checker and the sender, and by nobody else. */
@NullMarked
package io.github.mtasts.call;

import org.jspecify.annotations.NullMarked;
