package io.github.mtasts.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What dig, nslookup, host, resolvectl and Resolve-DnsName print instead of a record: that there is none, or that they cannot know. */
final class TxtAnswer {

    private static final List<String> STARTS = List.of(
            ";; ",
            "** ",
            "*** ",
            "host ",
            "dig: ",
            "host: ",
            "nslookup: ",
            "dns request timed out",
            "primary name server",
            "resolve-dnsname",
            "+ fullyqualifiederrorid");

    private static final List<String> NO_RECORD = List.of(
            "nxdomain",
            "non-existent domain",
            "no answer",
            "no txt record",
            "status: noerror",
            "primary name server",
            "' not found",
            "any rr of the requested type",
            "dns name does not exist",
            "dns_error_rcode_name_error",
            "dns_info_no_records");

    private static final List<String> FAILURES = List.of(
            "communications error",
            "timed out",
            "timed-out",
            "no servers could be reached",
            "couldn't get address",
            "unreachable",
            "refused",
            "servfail",
            "server failed",
            "no response from server",
            "notimp",
            "not implemented",
            "formerr",
            "resolve call failed",
            "resolve-dnsname");

    private TxtAnswer() {}

    /** How a text without a record was written; empty where it is not such an answer. */
    static Optional<TxtForm> of(String text) {
        List<String> lines = text.lines()
                .map(line -> line.strip().toLowerCase(Locale.ROOT))
                .filter(TxtAnswer::isOfAnAnswer)
                .toList();
        if (says(lines, NO_RECORD)) {
            return Optional.of(TxtForm.ANSWER);
        }
        return says(lines, FAILURES) ? Optional.of(TxtForm.FAILURE) : Optional.empty();
    }

    private static boolean isOfAnAnswer(String line) {
        return STARTS.stream().anyMatch(line::startsWith)
                || line.endsWith(" has no txt record")
                || line.contains(": resolve call failed: ");
    }

    private static boolean says(List<String> lines, List<String> words) {
        return lines.stream().anyMatch(line -> words.stream().anyMatch(line::contains));
    }
}
