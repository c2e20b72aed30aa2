package io.github.mtasts.service.mcp;

import java.util.function.IntConsumer;

/**
 * Who calls a tool.
 *
 * @param name by which checks are shared out
 * @param charge gets the number of checks before they begin; throws when the caller has exceeded its limit
 */
record Caller(String name, IntConsumer charge) {}
