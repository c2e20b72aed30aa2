package io.github.mtasts.check;

import io.github.mtasts.TextKind;
import io.github.mtasts.check.TxtTexts.Txt;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.syntax.Octets;
import io.github.mtasts.syntax.Selection;
import io.github.mtasts.syntax.StsRecord;
import io.github.mtasts.syntax.TlsRptRecord;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which of several TXT records are to be judged: those that senders would consider, or the first where there is none.
 *
 * @param kind what the records are meant as
 * @param texts how they were written
 * @param status the outcome of the choice
 * @param chosen the records, in order; empty when there is none at all
 */
record TxtChoice(TextKind kind, TxtTexts texts, Selection.Status status, List<Txt> chosen) {

    static TxtChoice of(TextKind kind, TxtTexts texts) {
        String prefix = kind == TextKind.RECORD ? "_mta-sts" : "_smtp._tls";
        List<Txt> named = texts.records().stream()
                .filter(record -> isBelow(record.owner().orElse(""), prefix))
                .toList();
        List<Txt> records = named.isEmpty() ? texts.records() : named;
        List<Octets> octets = records.stream().map(Txt::octets).toList();
        Selection<?> selection = kind == TextKind.RECORD ? StsRecord.select(octets) : TlsRptRecord.select(octets);
        List<Txt> related = records.stream()
                .filter(record -> !selection.unrelated().contains(record.octets()))
                .toList();
        return new TxtChoice(
                kind,
                texts,
                selection.status(),
                related.isEmpty() ? records.stream().limit(1).toList() : related);
    }

    private static boolean isBelow(String owner, String prefix) {
        String name = owner.toLowerCase(Locale.ROOT);
        return name.equals(prefix) || name.startsWith(prefix + ".");
    }

    /** Whether senders use none of the records for a reason that lies in their number. */
    boolean isUseless() {
        return chosen.size() > 1 || isUnseen();
    }

    /** RFC 8461, section 3.1, and RFC 8460, section 3: of several records, those are discarded that begin otherwise. */
    private boolean isUnseen() {
        String version = kind == TextKind.RECORD ? "v=STSv1;" : "v=TLSRPTv1;";
        return texts.records().size() > 1
                && status != Selection.Status.ABSENT
                && !chosen.get(0).octets().latin1().startsWith(version);
    }

    /** As a file would hold it. */
    byte[] octets(Txt record) {
        byte[] octets = record.octets().bytes();
        if (texts.form() == TxtForm.TEXT) {
            return octets;
        }
        byte[] line = Arrays.copyOf(octets, octets.length + 1);
        line[octets.length] = '\n';
        return line;
    }

    /** How the records were read; empty where the text is the record itself. */
    Optional<String> sentence() {
        if (texts.form() == TxtForm.TEXT) {
            return chosen.get(0).octets().latin1().isBlank()
                    ? Optional.of("read as an empty text: 'dig +short' prints nothing where a name has no TXT record")
                    : Optional.empty();
        }
        Txt first = chosen.get(0);
        return Optional.of("read as " + texts.form().words() + ": " + which(first)
                + (chosen.stream().anyMatch(Txt::cut)
                        ? "; a semicolon outside of quotes begins a comment there, so write the text in quotes"
                        : ""));
    }

    private String which(Txt first) {
        String name = kind == TextKind.RECORD ? "MTA-STS" : "TLSRPT";
        if (chosen.size() > 1 && !isUnseen()) {
            return chosen.size() + " " + name + " records, of which senders use none, since there are several";
        }
        String strings = first.strings() > 1 ? ", joined from " + first.strings() + " strings" : "";
        String owner = first.owner().map(at -> " of " + RemoteText.escape(at)).orElse("");
        int all = texts.records().size();
        if (all == 1) {
            return (owner.isEmpty() ? "a TXT record" : "the TXT record" + owner) + strings;
        }
        if (isUnseen()) {
            return "the " + name + " record among " + all
                    + " TXT records, which senders do not see there, since it does not" + " begin with "
                    + (kind == TextKind.RECORD ? "v=STSv1;" : "v=TLSRPTv1;");
        }
        return status == Selection.Status.ABSENT
                ? "the first of " + all + " TXT records, none of which is " + (kind == TextKind.RECORD ? "an " : "a ")
                        + name + " record"
                : "the " + name + " record among " + all + " TXT records" + strings;
    }

    /** The fields {@code form}, {@code owner} and {@code records}. */
    Map<String, @Nullable Object> toMap(Txt txt) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("form", texts.form().name().toLowerCase(Locale.ROOT));
        map.put("owner", txt.owner().orElse(null));
        map.put("records", texts.records().size());
        return map;
    }
}
