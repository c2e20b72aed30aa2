package io.github.mtasts;

import java.util.Optional;

/**
 * One piece of advice, with the exact text to publish where there is one.
 *
 * @param code what kind of advice
 * @param message what to do, in a sentence or two; remote text in it is escaped and bounded
 * @param where the owner name of the TXT record, or the URL of the policy; empty where the advice has no text
 * @param publish the whole TXT data or the whole policy file, never a part; empty where the advice has no text
 */
public record Recommendation(Advice code, String message, Optional<String> where, Optional<String> publish) {}
