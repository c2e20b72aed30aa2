package io.github.mtasts;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.IssueList;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.Octets;
import io.github.mtasts.syntax.Selection;
import io.github.mtasts.syntax.StsRecord;
import io.github.mtasts.syntax.TlsRptRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Records at names where no sender looks, found where the record itself is missing.
 *
 * @param <T> the record's value
 */
final class Misplaced<T> {

    private final String kind;
    private final String owner;
    private final DomainName domain;
    private final List<MisplacedRecord<T>> found = new ArrayList<>();
    private final List<String> parents = new ArrayList<>();

    private Misplaced(
            String kind,
            String owner,
            DomainName domain,
            Evidence evidence,
            Map<String, Lookup<TxtRecord>> places,
            Function<List<Octets>, Selection<T>> select) {
        this.kind = kind;
        this.owner = owner;
        this.domain = domain;
        places.forEach((name, lookup) -> {
            Selection<T> choice = select.apply(
                    lookup.records().stream().map(TxtRecord::octets).toList());
            String canonical = DomainName.canonical(name);
            if (choice.status() != Selection.Status.ONE && choice.status() != Selection.Status.SEVERAL) {
                return;
            }
            if (!isRight(canonical)) {
                found.add(new MisplacedRecord<>(name, aliases(canonical, lookup, evidence), choice.candidates()));
            } else if (!canonical.equals(owner)) {
                parents.add(canonical.substring(prefix().length()));
            }
        });
    }

    static Misplaced<StsRecord> ofRecord(DomainName domain, Evidence evidence) {
        Map<String, Lookup<TxtRecord>> places = places(domain.tlsRptName(), evidence.tlsRptTxt(), evidence);
        return new Misplaced<>("an MTA-STS record", domain.recordName(), domain, evidence, places, StsRecord::select);
    }

    static Misplaced<TlsRptRecord> ofTlsRpt(DomainName domain, Evidence evidence) {
        Map<String, Lookup<TxtRecord>> places = places(domain.recordName(), evidence.mtaStsTxt(), evidence);
        return new Misplaced<>("a TLSRPT record", domain.tlsRptName(), domain, evidence, places, TlsRptRecord::select);
    }

    /** The place of the other record comes first: the two are easily swapped. */
    private static Map<String, Lookup<TxtRecord>> places(String other, Lookup<TxtRecord> there, Evidence evidence) {
        Map<String, Lookup<TxtRecord>> places = new LinkedHashMap<>();
        places.put(other, there);
        evidence.misplaced().forEach(places::putIfAbsent);
        return places;
    }

    /** The domain's own, by their names; they need not be valid. A stranger's text is nobody's to move. */
    List<MisplacedRecord<T>> own() {
        return found.stream().filter(record -> record.isOf(domain)).toList();
    }

    void judge(IssueCode code, IssueList issues) {
        for (MisplacedRecord<T> record : found) {
            String place = record.name().equals(owner + "." + domain)
                    ? "Enter the name without the domain, which the form or the zone file appends, or with a final dot"
                    : "Publish the record at " + owner;
            issues.add(Issue.of(
                            code,
                            "There is such a record at " + RemoteText.escape(record.name())
                                    + ", where no sender looks for it: they ask for " + owner + ".")
                    .withRemedy(place + record.andDelete(domain)));
        }
    }

    /** That the record of a parent is of no use to this domain (RFC 8461, section 3.4); empty where no parent has one. */
    String atParent() {
        return parents.isEmpty()
                ? ""
                : " " + parents.get(0)
                        + " has " + kind + ", but a policy covers its own domain alone, not the domains below it"
                        + " (RFC 8461, section 3.4).";
    }

    /** The policy host's own lookup may know more of it. */
    private List<String> aliases(String name, Lookup<TxtRecord> lookup, Evidence evidence) {
        return lookup.aliases().isEmpty() && name.equals(domain.policyHost())
                ? evidence.policy().aliases()
                : lookup.aliases();
    }

    /** The right place for the domain itself, or for one of its parents. */
    private boolean isRight(String name) {
        return name.startsWith(prefix()) && ("." + domain).endsWith("." + name.substring(prefix().length()));
    }

    private String prefix() {
        return owner.substring(0, owner.length() - domain.text().length());
    }
}
