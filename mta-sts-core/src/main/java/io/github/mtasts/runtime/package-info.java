/** What the adapters need of the runtime and of the class path, checked early. For the modules of this project only. */
@NullMarked
package io.github.mtasts.runtime;

import org.jspecify.annotations.NullMarked;
