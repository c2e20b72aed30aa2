/** The tools for assistants, over MCP. */
@NullMarked
package io.github.mtasts.service.mcp;

import org.jspecify.annotations.NullMarked;
