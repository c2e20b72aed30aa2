/** JSON as it is read and written. */
@NullMarked
package io.github.mtasts.service.json;

import org.jspecify.annotations.NullMarked;
