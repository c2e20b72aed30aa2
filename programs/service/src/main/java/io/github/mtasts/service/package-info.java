/** The checker as a service: over HTTP, on a page, and for assistants over MCP. */
@NullMarked
package io.github.mtasts.service;

import org.jspecify.annotations.NullMarked;
