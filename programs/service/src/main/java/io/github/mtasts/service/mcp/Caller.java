package io.github.mtasts.service.mcp;

/**
 * Who calls a tool.
 *
 * @param name by which checks are shared out
 * @param charge to be run before a check; throws when the caller has exceeded its limit
 */
record Caller(String name, Runnable charge) {}
