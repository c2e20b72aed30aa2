/** What the programs have in common: options for the network, and the mistakes of users. */
@NullMarked
package io.github.mtasts.kit;

import org.jspecify.annotations.NullMarked;
