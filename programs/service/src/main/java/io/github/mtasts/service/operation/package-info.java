/** What an operator sees: metrics, and whether all is well. */
@NullMarked
package io.github.mtasts.service.operation;

import org.jspecify.annotations.NullMarked;
