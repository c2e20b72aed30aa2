package io.github.mtasts.tlsrpt;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.issue.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects deviations: what many places have in common is listed once, and a hostile report cannot make the list endless. */
final class Deviations {

    private static final int MOST = 100;

    private final Map<String, Deviation> found = new LinkedHashMap<>();
    private int leftOut;
    private boolean usable = true;

    /** The predicate goes on behind the path: {@code is missing}. */
    void add(DeviationCode code, String path, String predicate) {
        usable &= code.severity() != Severity.ERROR;
        String kind = withoutIndices(path) + " " + predicate;
        Deviation known = found.get(kind);
        if (known != null) {
            found.put(kind, known.inOneMorePlace());
        } else if (found.size() < MOST) {
            String place = RemoteText.escape(path);
            found.put(kind, new Deviation(code, place, place + " " + predicate, 1));
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
                    DeviationCode.REPORT_DEVIATIONS_OMITTED,
                    "",
                    "the report deviates in " + leftOut + " more ways or places that are not listed",
                    1));
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
