package io.github.mtasts;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.Octets;
import io.github.mtasts.syntax.Selection;
import io.github.mtasts.syntax.StsRecord;
import io.github.mtasts.syntax.TlsRptRecord;
import java.util.List;
import java.util.function.Function;

/**
 * Where a TXT record is published: at its own name, or at the last alias of it, since nothing may stand beside a CNAME
 * (RFC 1034, section 3.6.2).
 */
final class TxtPlace {

    private final String name;
    private final DomainName domain;
    private final Lookup<?> lookup;
    private final boolean others;

    private TxtPlace(
            String name,
            DomainName domain,
            Lookup<TxtRecord> lookup,
            Function<List<Octets>, ? extends Selection<?>> select) {
        this.name = name;
        this.domain = domain;
        this.lookup = lookup;
        this.others = !select.apply(
                        lookup.records().stream().map(TxtRecord::octets).toList())
                .unrelated()
                .isEmpty();
    }

    static TxtPlace ofRecord(DomainName domain, Evidence evidence) {
        return new TxtPlace(domain.recordName(), domain, evidence.mtaStsTxt(), StsRecord::select);
    }

    static TxtPlace ofTlsRpt(DomainName domain, Evidence evidence) {
        return new TxtPlace(domain.tlsRptName(), domain, evidence.tlsRptTxt(), TlsRptRecord::select);
    }

    String name() {
        return name;
    }

    boolean isAlias() {
        return !lookup.aliases().isEmpty();
    }

    /** The owner name of the record to publish: the last alias, unless the record is to replace the CNAME. */
    String where() {
        return isReplaced() ? name : target();
    }

    /** The last alias, if a record can stand there. */
    String target() {
        List<String> aliases = lookup.aliases();
        String last = aliases.isEmpty() ? name : aliases.get(aliases.size() - 1);
        return Exchanges.isPlain(last) ? last : name;
    }

    /** Nothing is at the target, or texts that have a use there. */
    boolean isReplaced() {
        return isAlias() && (!exists() || (others && isShared()));
    }

    /** A target that is not a name for such records: other texts have a use there. */
    boolean isShared() {
        String label = "." + name.substring(0, name.length() - domain.text().length());
        return !("." + DomainName.canonical(target())).contains(label);
    }

    /** Texts that nobody needs at the name where the record is to be published. */
    boolean hasOthers() {
        return others && !isReplaced();
    }

    private boolean exists() {
        return lookup.status() != LookupStatus.NO_SUCH_NAME;
    }

    /** What to do about other texts at a target that is shared. */
    String leaveOthers() {
        return "They may have a use at " + target()
                + ", the target of the CNAME: leave them there, and replace the CNAME at " + name + " with the record.";
    }

    /** That the name is a CNAME whose target lacks the record; empty where it is not a CNAME. */
    String missing() {
        if (!isAlias()) {
            return "";
        }
        String lacks = exists() ? " has no such record." : " does not exist.";
        return " " + name + " is a CNAME for " + chain() + ", and " + target() + lacks + lostDot();
    }

    /** Who can follow the advice, and how to do without them (RFC 8461, section 8.2); empty where it is not a CNAME. */
    String operator() {
        if (!isAlias()) {
            return "";
        } else if (!where().equals(name)) {
            return " " + name + " is a CNAME, so the record stands at its target, " + where() + ": whoever runs that"
                    + " name has to publish it. Or replace the CNAME with this TXT record.";
        }
        String why = exists() ? others ? ", where other texts may have a use" : "" : ", and nothing is there";
        return " " + name + " is a CNAME for " + chain() + why + ": replace the CNAME with this TXT record."
                + lostDot();
    }

    private String lostDot() {
        return exists() ? "" : LostDot.hint(target(), domain);
    }

    String chain() {
        return RemoteText.list(lookup.aliases());
    }
}
