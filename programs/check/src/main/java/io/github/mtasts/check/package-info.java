/** The command line: checks domains, judges texts and stored evidence, explains issues. */
@NullMarked
package io.github.mtasts.check;

import org.jspecify.annotations.NullMarked;
