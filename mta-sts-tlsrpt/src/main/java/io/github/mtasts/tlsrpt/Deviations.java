package io.github.mtasts.tlsrpt;

import io.github.mtasts.issue.RemoteText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects deviations: what holds for many places alike is said once, and a hostile report gets no endless list. */
final class Deviations {

    private static final int MOST = 100;

    private final Map<String, Deviation> found = new LinkedHashMap<>();
    private int leftOut;
    private boolean usable = true;

    /** The report can be used all the same. */
    void add(String path, String sentence) {
        add(path, sentence, false);
    }

    /** What the report is for cannot be told from it. */
    void addFatal(String path, String sentence) {
        usable = false;
        add(path, sentence, true);
    }

    private void add(String path, String sentence, boolean fatal) {
        String kind = withoutIndices(path) + " " + sentence;
        Deviation known = found.get(kind);
        if (known != null) {
            found.put(kind, known.again());
        } else if (found.size() < MOST) {
            found.put(kind, new Deviation(RemoteText.escape(path), sentence, 1, fatal));
        } else {
            leftOut++;
        }
    }

    boolean isUsable() {
        return usable;
    }

    List<Deviation> list() {
        List<Deviation> list = new ArrayList<>(found.values());
        if (leftOut > 0) {
            list.add(new Deviation(
                    "", "departs in " + leftOut + " more ways or places, which are left out here", 1, false));
        }
        return List.copyOf(list);
    }

    private static String withoutIndices(String path) {
        StringBuilder out = new StringBuilder(path.length());
        boolean index = false;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            index = c == '[' || (index && c != ']');
            if (!index) {
                out.append(c);
            }
        }
        return out.toString();
    }
}
