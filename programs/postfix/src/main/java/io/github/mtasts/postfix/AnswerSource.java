package io.github.mtasts.postfix;

import java.util.concurrent.CompletableFuture;

/** What the server asks for each key: the seam between protocols and policies. */
@FunctionalInterface
interface AnswerSource {

    /** Returns at once; the future completes on any thread. */
    CompletableFuture<Answer> answer(String key);
}
