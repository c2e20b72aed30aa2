/** The checker's DNS ports on dnsjava. */
@NullMarked
package io.github.mtasts.dns;

import org.jspecify.annotations.NullMarked;
