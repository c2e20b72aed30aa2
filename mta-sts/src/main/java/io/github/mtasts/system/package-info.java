/** The short way in: a checker, its resolver and its policy fetcher as one object. */
@NullMarked
package io.github.mtasts.system;

import org.jspecify.annotations.NullMarked;
