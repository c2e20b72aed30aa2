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

    Parsed<T> first() {
        return texts.get(0);
    }

    /** Whether the domain publishes it, and not a provider to whom a CNAME points. */
    boolean isOf(DomainName domain) {
        return aliases.stream().map(DomainName::canonical).allMatch(target -> ("." + target).endsWith("." + domain));
    }

    /** The end of a sentence that says where to publish it instead: exactly what is to be deleted, if anything. */
    String andDelete(DomainName domain) {
        String shown = RemoteText.escape(name);
        String last = aliases.isEmpty() ? shown : RemoteText.escape(aliases.get(aliases.size() - 1));
        if (!isOf(domain)) {
            return ". " + shown + " is a CNAME, and the text stands at " + last + ": leave both alone.";
        }
        return ", and delete only the TXT " + reading() + " at " + last + ", and no other record there."
                + (aliases.isEmpty() ? "" : " " + shown + " is a CNAME: leave it alone.");
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
