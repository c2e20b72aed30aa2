package io.github.mtasts.service.page;

/**
 * A document as HTML.
 *
 * @param title its first heading, escaped for HTML
 * @param html its content
 */
record Document(String title, String html) {}
