package io.github.mtasts;

import static io.github.mtasts.HealthyDomain.served;
import static io.github.mtasts.HealthyDomain.txt;

import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.Octets;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Does what a report recommends, word for word: puts each text in the place that it names, and changes nothing else. */
final class Publication {

    private Publication() {}

    static Evidence of(Evidence before, List<Recommendation> advice) {
        Evidence after = before;
        for (Recommendation each : advice) {
            if (each.publish().isPresent()) {
                after = publish(
                        after, each.where().orElseThrow(), each.publish().get());
            }
        }
        return after;
    }

    private static Evidence publish(Evidence before, String where, String text) {
        DomainName domain = DomainName.parse(before.domain()).value().orElseThrow();
        Evidence.Builder after = Evidence.builder().from(before);
        if (where.equals(domain.policyUrl())) {
            return after.policy(policy(before.policy(), text)).build();
        }
        if (where.equals(TxtPlace.ofRecord(domain, before).where())) {
            return after.mtaStsTxt(record(where, domain.recordName(), before.mtaStsTxt(), text))
                    .build();
        }
        if (where.equals(TxtPlace.ofTlsRpt(domain, before).where())) {
            return after.tlsRptTxt(record(where, domain.tlsRptName(), before.tlsRptTxt(), text))
                    .build();
        }
        throw new AssertionError("no such place: " + where);
    }

    /** At the name itself, the record replaces a CNAME. */
    private static Lookup<TxtRecord> record(String where, String name, Lookup<TxtRecord> before, String text) {
        return txt(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                .withAliases(where.equals(name) ? List.of() : before.aliases());
    }

    private static PolicyResponse policy(PolicyResponse before, String text) {
        return before.httpStatus().equals(Optional.of(200))
                ? before.toBuilder().body(Octets.of(text)).build()
                : served(text);
    }
}
