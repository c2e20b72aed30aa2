/** How near a word is to the one that was meant. For the packages of this module only. */
@NullMarked
package io.github.mtasts.slip;

import org.jspecify.annotations.NullMarked;
