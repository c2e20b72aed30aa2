/** What the programs share: the main frame, options and configuration, files, JSON, the network, the demo's world. */
@NullMarked
package io.github.mtasts.kit;

import org.jspecify.annotations.NullMarked;
