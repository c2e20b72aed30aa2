/** Calls of ports: under a deadline, and shared by concurrent requests. For the modules and programs of this project only. */
@NullMarked
package io.github.mtasts.call;

import org.jspecify.annotations.NullMarked;
