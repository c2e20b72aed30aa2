/** The pure parsers: text in, value and findings out. No I/O, no clock, no threads. */
@NullMarked
package io.github.mtasts.syntax;

import org.jspecify.annotations.NullMarked;
