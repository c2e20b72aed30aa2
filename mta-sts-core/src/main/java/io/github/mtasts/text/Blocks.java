package io.github.mtasts.text;

import java.util.ArrayList;
import java.util.List;

/** Blocks of lines, separated by empty lines. */
public final class Blocks {

    private final List<List<String>> blocks = new ArrayList<>();

    /**
     * Adds a block.
     *
     * @param lines ignored when empty
     */
    public void add(List<String> lines) {
        if (!lines.isEmpty()) {
            blocks.add(lines);
        }
    }

    /**
     * All blocks.
     *
     * @return every line ends in LF
     */
    public String text() {
        StringBuilder out = new StringBuilder();
        for (List<String> lines : blocks) {
            if (!out.isEmpty()) {
                out.append('\n');
            }
            lines.forEach(line -> out.append(line).append('\n'));
        }
        return out.toString();
    }
}
