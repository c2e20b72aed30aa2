package io.github.mtasts;

import static io.github.mtasts.HealthyDomain.served;
import static io.github.mtasts.HealthyDomain.txt;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Does what a report recommends: puts each text in the place that it names. */
final class Publication {

    private Publication() {}

    static Evidence of(Evidence before, List<Recommendation> advice) {
        Evidence.Builder after = Evidence.builder().from(before);
        advice.forEach(each -> each.where()
                .ifPresent(where -> publish(after, where, each.publish().orElseThrow())));
        return after.build();
    }

    private static void publish(Evidence.Builder evidence, String where, String text) {
        String octets = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        if (where.startsWith("_mta-sts.")) {
            evidence.mtaStsTxt(txt(octets));
        } else if (where.startsWith("_smtp._tls.")) {
            evidence.tlsRptTxt(txt(octets));
        } else {
            evidence.policy(served(text));
        }
    }
}
