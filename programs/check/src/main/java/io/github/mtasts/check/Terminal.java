package io.github.mtasts.check;

import io.github.mtasts.text.Page;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Standard output as a page: how wide it is, and whether it shows colour. */
final class Terminal {

    private static final int DEFAULT_WIDTH = 80;
    private static final int MAX_WIDTH = 120;
    private static final Pattern SIZE = Pattern.compile("\\d+ (\\d+)\\s*");

    private Terminal() {}

    /** The terminal of standard output. */
    static Page ofOutput() {
        return of(System.getenv(), columnsOf(1));
    }

    /**
     * From the environment's variables, and the columns of the terminal where there is one, 0 when it does not say. There is no
     * colour in a file or a pipe, with {@code NO_COLOR}, and where {@code TERM} is {@code dumb}.
     */
    static Page of(Map<String, String> environment, Optional<Integer> columns) {
        int width = number(environment.get("COLUMNS"))
                .or(() -> columns.filter(wide -> wide > 0))
                .orElse(DEFAULT_WIDTH);
        boolean colour = columns.isPresent()
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.get("TERM"));
        return new Page(Math.min(width, MAX_WIDTH), colour);
    }

    /** The columns of the terminal behind standard error; empty when it is none. */
    static Optional<Integer> columnsOfError() {
        return columnsOf(2);
    }

    /** Java 17 only knows whether input and output are both a terminal, and not its width, so the shell is asked. */
    private static Optional<Integer> columnsOf(int descriptor) {
        String script = "test -t " + descriptor + " && stty size <&" + descriptor + (descriptor == 1 ? " >&2" : "");
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", script);
        if (descriptor == 1) {
            shell.redirectOutput(Redirect.INHERIT);
        } else {
            shell.redirectError(Redirect.INHERIT);
        }
        try {
            Process process = shell.start();
            process.getOutputStream().close();
            byte[] answer = (descriptor == 1 ? process.getErrorStream() : process.getInputStream()).readAllBytes();
            Matcher size = SIZE.matcher(new String(answer, StandardCharsets.US_ASCII));
            return size.matches() ? number(size.group(1)) : Optional.empty();
        } catch (IOException noShell) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> number(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(digits -> digits.matches("\\d{1,5}"))
                .map(Integer::valueOf);
    }
}
