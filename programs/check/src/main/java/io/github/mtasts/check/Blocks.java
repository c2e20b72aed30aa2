package io.github.mtasts.check;

import java.util.ArrayList;
import java.util.List;

/** Blocks of lines, separated by empty lines. */
final class Blocks {

    private final List<List<String>> blocks = new ArrayList<>();

    /** Ignores a block without lines. */
    void add(List<String> lines) {
        if (!lines.isEmpty()) {
            blocks.add(lines);
        }
    }

    /** Every line ends in LF. */
    String text() {
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
