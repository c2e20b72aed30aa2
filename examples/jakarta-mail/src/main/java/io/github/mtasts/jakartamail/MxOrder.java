package io.github.mtasts.jakartamail;

import io.github.mtasts.spi.MxHost;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** The order in which MX hosts are tried (RFC 5321, section 5.1). */
final class MxOrder {

    private static final int MOST_HOSTS = 10;
    private static final String NULL_MX = ".";

    private MxOrder() {}

    /** By preference, those of the same preference in random order; empty for a null MX (RFC 7505). */
    static List<String> of(List<MxHost> records) {
        List<MxHost> shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled);
        return shuffled.stream()
                .sorted(Comparator.comparingInt(MxHost::preference))
                .map(MxHost::exchange)
                .filter(exchange -> !exchange.equals(NULL_MX))
                .distinct()
                .limit(MOST_HOSTS)
                .toList();
    }
}
