/** What can be wrong, where, and what to do about it: the closed catalogue of issues. */
@NullMarked
package io.github.mtasts.issue;

import org.jspecify.annotations.NullMarked;
