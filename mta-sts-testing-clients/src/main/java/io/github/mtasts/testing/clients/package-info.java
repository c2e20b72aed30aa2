/** What connects to the loopback world, ready made, and assertions on what a sender decides. */
@NullMarked
package io.github.mtasts.testing.clients;

import org.jspecify.annotations.NullMarked;
