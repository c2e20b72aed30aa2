/** Text for people in a number of columns, with or without colour. For the modules and programs of this project only. */
@NullMarked
package io.github.mtasts.text;

import org.jspecify.annotations.NullMarked;
