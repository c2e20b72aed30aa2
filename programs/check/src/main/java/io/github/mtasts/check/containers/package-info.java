/** From a file or a folder of strangers to the TLS reports in it, through whatever they are packed in. Knows no command. */
@NullMarked
package io.github.mtasts.check.containers;

import org.jspecify.annotations.NullMarked;
