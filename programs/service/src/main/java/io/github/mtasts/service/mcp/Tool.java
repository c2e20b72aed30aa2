package io.github.mtasts.service.mcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A tool that only reads. */
interface Tool {

    String name();

    /** For people. */
    String title();

    /** For models: what it does, and when to use it. */
    String description();

    /** Whether it looks into the world, or knows all that it says. */
    boolean isOpenWorld();

    /**
     * Answers a call.
     *
     * @param caller who sent it
     * @return throws, or completes with, a {@code ProblemException} for a mistake of the caller
     */
    CompletableFuture<Result> call(Map<String, @Nullable Object> arguments, Caller caller);

    /** An answer: for programs, and for models that read text. */
    record Result(Map<String, ?> structured, String text) {

        Map<String, ?> toMap() {
            Map<String, Object> map = new LinkedHashMap<>(refusal(text));
            map.put("isError", false);
            map.put("structuredContent", structured);
            return map;
        }

        /** A mistake is a result too: a model reads the sentence, and corrects its call. */
        static Map<String, ?> refusal(String sentence) {
            Map<String, Object> content = new LinkedHashMap<>();
            content.put("type", "text");
            content.put("text", sentence);
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("content", List.of(content));
            map.put("isError", true);
            return map;
        }
    }

    /** As {@code tools/list} shows it. */
    default Map<String, ?> declaration(Schemas schemas) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", name());
        map.put("title", title());
        map.put("description", description());
        map.put("inputSchema", schemas.input(name()));
        map.put("outputSchema", schemas.output(name()));
        Map<String, Object> annotations = new LinkedHashMap<>();
        annotations.put("readOnlyHint", true);
        annotations.put("destructiveHint", false);
        annotations.put("idempotentHint", true);
        annotations.put("openWorldHint", isOpenWorld());
        map.put("annotations", annotations);
        return map;
    }
}
