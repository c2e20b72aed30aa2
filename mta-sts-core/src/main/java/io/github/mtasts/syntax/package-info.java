/** The pure parsers: text in, value and issues out. No I/O, no clock, no threads. */
@NullMarked
package io.github.mtasts.syntax;

import org.jspecify.annotations.NullMarked;
