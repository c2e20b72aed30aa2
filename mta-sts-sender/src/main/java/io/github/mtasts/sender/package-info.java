/** May this message go to this MX host? {@link io.github.mtasts.sender.MtaStsSender} keeps the policies and answers. */
@NullMarked
package io.github.mtasts.sender;

import org.jspecify.annotations.NullMarked;
