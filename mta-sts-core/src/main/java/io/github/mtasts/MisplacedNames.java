package io.github.mtasts;

import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.MxHost;
import io.github.mtasts.spi.PublicSuffixes;
import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.Octets;
import io.github.mtasts.syntax.Selection;
import io.github.mtasts.syntax.StsRecord;
import io.github.mtasts.syntax.TlsRptRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The names where people publish the two records by mistake: looked at only where a record of a domain with mail is missing. */
final class MisplacedNames {

    private static final int LONGEST_NAME = 253;

    private MisplacedNames() {}

    /** What to look up after the three lookups of a check, given their outcomes. */
    static List<String> of(
            DomainName domain,
            Lookup<TxtRecord> record,
            Lookup<TxtRecord> tlsRpt,
            Lookup<MxHost> hosts,
            Optional<PublicSuffixes> suffixes) {
        List<String> names = new ArrayList<>();
        if (!hasMail(hosts)) {
            return names;
        }
        String under = "." + domain;
        if (isAbsent(record, StsRecord::select)) {
            names.addAll(List.of(domain.recordName() + under, "mta-sts" + under, "_mta_sts" + under));
            parents(domain, suffixes).map(parent -> "_mta-sts." + parent).forEach(names::add);
        }
        if (isAbsent(tlsRpt, TlsRptRecord::select)) {
            names.addAll(List.of(
                    domain.tlsRptName() + under,
                    "_tlsrpt" + under,
                    "_smtp-tlsrpt" + under,
                    "_smtp_tls" + under,
                    domain.text()));
        }
        names.removeIf(name -> name.length() > LONGEST_NAME);
        return names;
    }

    /** The nearest parent, and the one that somebody registered: whoever has a policy there may rely on it here. */
    private static Stream<String> parents(DomainName domain, Optional<PublicSuffixes> suffixes) {
        return suffixes
                .flatMap(list -> list.registrableDomain(domain.text()))
                .filter(registered -> domain.text().endsWith("." + registered))
                .stream()
                .flatMap(registered ->
                        Stream.of(domain.text().substring(domain.text().indexOf('.') + 1), registered))
                .distinct();
    }

    /** The domain exists, and may accept mail: else nobody meant to publish anything. */
    private static boolean hasMail(Lookup<MxHost> hosts) {
        return switch (hosts.status()) {
            case FOUND ->
                hosts.records().stream()
                        .anyMatch(
                                mx -> !mx.exchange().isEmpty() && !mx.exchange().equals("."));
            case NO_RECORDS -> true;
            case NO_SUCH_NAME, SERVER_FAILURE, TIMED_OUT, RESOLVER_UNREACHABLE, NOT_ATTEMPTED -> false;
        };
    }

    private static <T> boolean isAbsent(Lookup<TxtRecord> lookup, Function<List<Octets>, Selection<T>> select) {
        List<Octets> records = lookup.records().stream().map(TxtRecord::octets).toList();
        return !lookup.isUnknown() && select.apply(records).status() == Selection.Status.ABSENT;
    }
}
