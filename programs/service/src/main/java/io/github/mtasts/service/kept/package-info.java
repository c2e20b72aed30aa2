/** Reports that are kept for a time, so that a link leads to the very report. */
@NullMarked
package io.github.mtasts.service.kept;

import org.jspecify.annotations.NullMarked;
