/** A {@link io.github.mtasts.sender.PolicyStore} in one file. */
@NullMarked
package io.github.mtasts.store.sqlite;

import org.jspecify.annotations.NullMarked;
