/** The page, and the guide beside it. */
@NullMarked
package io.github.mtasts.service.page;

import org.jspecify.annotations.NullMarked;
