/** A {@link io.github.mtasts.sender.PolicyStore} that several senders share. */
@NullMarked
package io.github.mtasts.store.jdbc;

import org.jspecify.annotations.NullMarked;
