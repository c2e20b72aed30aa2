package io.github.mtasts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lists of a report's JSON, each cut after its first hundred entries: a DNS answer holds thousands of names. */
final class ReportLists {

    static final int MOST = 100;

    private final Map<String, @Nullable Object> leftOut = new LinkedHashMap<>();
    private boolean cut;

    ReportLists() {
        List.of("policy_mx", "rua", "mx", "names").forEach(name -> leftOut.put(name, 0));
    }

    /** The first entries of a list of which some were left out before. */
    <T> List<T> first(String name, List<T> list, int leftOutBefore) {
        int rest = Math.max(0, list.size() - MOST) + leftOutBefore;
        leftOut.put(name, rest);
        cut |= rest > 0;
        return list.subList(0, Math.min(list.size(), MOST));
    }

    /** How many entries each list lacks; null where all are whole. */
    @Nullable
    Map<String, @Nullable Object> leftOut() {
        return cut ? leftOut : null;
    }
}
