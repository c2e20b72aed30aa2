package io.github.mtasts;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.syntax.DomainName;
import java.util.List;

/**
 * Where a TXT record is published: at its own name, or at the last alias of it, since nothing may stand beside a CNAME
 * (RFC 1034, section 3.6.2).
 */
final class TxtPlace {

    private final String name;
    private final DomainName domain;
    private final Lookup<?> lookup;

    private TxtPlace(String name, DomainName domain, Lookup<?> lookup) {
        this.name = name;
        this.domain = domain;
        this.lookup = lookup;
    }

    static TxtPlace ofRecord(DomainName domain, Evidence evidence) {
        return new TxtPlace(domain.recordName(), domain, evidence.mtaStsTxt());
    }

    static TxtPlace ofTlsRpt(DomainName domain, Evidence evidence) {
        return new TxtPlace(domain.tlsRptName(), domain, evidence.tlsRptTxt());
    }

    String name() {
        return name;
    }

    boolean isAlias() {
        return !lookup.aliases().isEmpty();
    }

    /** The owner name of the record: the last alias, if a record can stand there. */
    String where() {
        List<String> aliases = lookup.aliases();
        String last = aliases.isEmpty() ? name : aliases.get(aliases.size() - 1);
        return Exchanges.isPlain(last) ? last : name;
    }

    /** A target that is not a name for such records: other texts have a use there. */
    boolean isShared() {
        String label = "." + name.substring(0, name.length() - domain.text().length());
        return !("." + DomainName.canonical(where())).contains(label);
    }

    /** What to do about other texts at a target that is shared. */
    String leaveOthers() {
        return "They may have a use at " + where()
                + ", the target of the CNAME: leave them there, and replace the CNAME at " + name + " with the record.";
    }

    /** That the name is a CNAME whose target lacks the record; empty where it is not a CNAME. */
    String missing() {
        if (!isAlias()) {
            return "";
        }
        String lacks = lookup.status() == LookupStatus.NO_SUCH_NAME ? " does not exist." : " has no such record.";
        return " " + name + " is a CNAME for " + chain() + ", and " + where() + lacks + lostDot();
    }

    /** Who can follow the advice, and how to do without them (RFC 8461, section 8.2); empty where it is not a CNAME. */
    String operator() {
        return !where().equals(name)
                ? " " + name + " is a CNAME, so the record stands at its target, " + where()
                        + ": whoever runs that name"
                        + " has to publish it. Or replace the CNAME with this TXT record." + lostDot()
                : "";
    }

    private String lostDot() {
        return lookup.status() == LookupStatus.NO_SUCH_NAME ? LostDot.hint(where(), domain) : "";
    }

    String chain() {
        return RemoteText.list(lookup.aliases());
    }
}
