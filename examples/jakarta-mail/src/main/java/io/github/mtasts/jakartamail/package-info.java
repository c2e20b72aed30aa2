/** An SMTP client that obeys MTA-STS, on Angus Mail: to be taken over into a program that sends mail. */
@NullMarked
package io.github.mtasts.jakartamail;

import org.jspecify.annotations.NullMarked;
