/** Makes the manual of a program when it is packaged; not part of its jar. */
@NullMarked
package io.github.mtasts.kit.manual;

import org.jspecify.annotations.NullMarked;
