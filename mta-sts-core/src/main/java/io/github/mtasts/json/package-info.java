/** Reads values from the maps of a JSON library. For the modules of this project only. */
@NullMarked
package io.github.mtasts.json;

import org.jspecify.annotations.NullMarked;
