package io.github.mtasts;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.Parsed;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A record at a name where no sender looks. Other records may have a use at that name: the policy host's address, an SPF record.
 *
 * @param <T> the record's value
 * @param name where it was looked up
 * @param aliases the CNAME targets from there to the text
 * @param texts at least one
 */
record MisplacedRecord<T>(String name, List<String> aliases, List<Parsed<T>> texts) {

    private static final int MOST = 3;

    /** Whether the domain publishes it, and not a provider to whom a CNAME points. */
    boolean isOf(DomainName domain) {
        return aliases.stream().map(DomainName::canonical).allMatch(target -> ("." + target).endsWith("." + domain));
    }

    /** The end of a sentence that says where to publish it instead: exactly what is to be deleted, if anything. */
    String andDelete(DomainName domain) {
        return isOf(domain)
                ? andDelete(List.of(this))
                : ". " + RemoteText.escape(name) + " is a CNAME, and the text stands at " + last()
                        + ": leave both alone.";
    }

    /** The same for several of the domain's own: every text is to be deleted. */
    static String andDelete(List<? extends MisplacedRecord<?>> own) {
        return own.stream().map(MisplacedRecord::deletion).collect(Collectors.joining(" Also ", ", and ", ""));
    }

    private String deletion() {
        return "delete only the TXT " + reading() + " at " + last() + ", and no other record there."
                + (aliases.isEmpty() ? "" : " " + RemoteText.escape(name) + " is a CNAME: leave it alone.");
    }

    private String last() {
        return RemoteText.escape(aliases.isEmpty() ? name : aliases.get(aliases.size() - 1));
    }

    private String reading() {
        String quoted =
                texts.stream().limit(MOST).map(record -> record.text().quoted()).collect(Collectors.joining(" and "));
        return texts.size() == 1
                ? "record that reads " + quoted
                : "records that read " + quoted
                        + (texts.size() > MOST ? " and " + (texts.size() - MOST) + " more like them" : "");
    }
}
