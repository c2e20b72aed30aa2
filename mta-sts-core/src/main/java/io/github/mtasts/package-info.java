/** Checks a domain's MTA-STS deployment: {@link io.github.mtasts.MtaStsChecker} in, {@link io.github.mtasts.MtaStsReport} out. */
@NullMarked
package io.github.mtasts;

import org.jspecify.annotations.NullMarked;
