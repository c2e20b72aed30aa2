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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which of several TXT records are to be judged: those that senders would consider, or the first where there is none. Each name
 * has a choice of its own.
 *
 * @param kind what the records are meant as
 * @param texts how they were written
 * @param status the outcome of the choice
 * @param chosen the records, in order
 */
record TxtChoice(TextKind kind, TxtTexts texts, Status status, List<Txt> chosen) {

    /** What became of the records. */
    enum Status {
        ONE,
        /** One each at several names. */
        ONE_EACH,
        /** Several at one name: senders use none. */
        SEVERAL,
        /** One that does not begin as it must beside others: senders discard it (RFC 8461, section 3.1; RFC 8460, section 3). */
        UNSEEN,
        /** At a name where no sender looks. */
        MISPLACED,
        /** At a name that has the origin of the zone file twice. */
        DOT_LOST,
        /** No record is of the kind. */
        ABSENT;

        /** Whether senders use none of the records, whatever is in them. */
        boolean isUseless() {
            return this == SEVERAL || this == UNSEEN || this == MISPLACED || this == DOT_LOST;
        }
    }

    /** There is at least one record. */
    static TxtChoice of(TextKind kind, TxtTexts texts) {
        List<Txt> named = texts.records().stream()
                .filter(record -> isBelow(record.owner().orElse(""), prefix(kind)))
                .toList();
        List<Txt> records = named.isEmpty() ? texts.records() : named;
        List<List<Txt>> names = records.stream()
                .collect(Collectors.groupingBy(
                        record -> record.owner().orElse("").toLowerCase(Locale.ROOT),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .filter(atName -> !related(kind, atName).isEmpty())
                .toList();
        List<Txt> chosen =
                names.stream().flatMap(atName -> related(kind, atName).stream()).toList();
        if (chosen.isEmpty()) {
            return new TxtChoice(kind, texts, Status.ABSENT, List.of(records.get(0)));
        }
        boolean misplaced = named.isEmpty() && chosen.get(0).owner().isPresent() && !texts.aliased();
        Status status = names.size() == 1 ? Status.ONE : Status.ONE_EACH;
        for (List<Txt> atName : names) {
            status = isUnseen(kind, atName)
                    ? Status.UNSEEN
                    : related(kind, atName).size() > 1 ? Status.SEVERAL : status;
        }
        if (chosen.stream().anyMatch(Txt::dotLost)) {
            return new TxtChoice(kind, texts, Status.DOT_LOST, chosen);
        }
        return new TxtChoice(kind, texts, misplaced ? Status.MISPLACED : status, chosen);
    }

    private static String prefix(TextKind kind) {
        return kind == TextKind.RECORD ? "_mta-sts" : "_smtp._tls";
    }

    private static String version(TextKind kind) {
        return kind == TextKind.RECORD ? "v=STSv1;" : "v=TLSRPTv1;";
    }

    private static boolean isBelow(String owner, String prefix) {
        String name = owner.toLowerCase(Locale.ROOT);
        return name.equals(prefix) || name.startsWith(prefix + ".");
    }

    private static List<Txt> related(TextKind kind, List<Txt> records) {
        List<Octets> octets = records.stream().map(Txt::octets).toList();
        Selection<?> selection = kind == TextKind.RECORD ? StsRecord.select(octets) : TlsRptRecord.select(octets);
        return records.stream()
                .filter(record -> !selection.unrelated().contains(record.octets()))
                .toList();
    }

    private static boolean isUnseen(TextKind kind, List<Txt> records) {
        return records.size() > 1
                && !related(kind, records).get(0).octets().latin1().startsWith(version(kind));
    }

    private Optional<Txt> dotLost() {
        return chosen.stream().filter(Txt::dotLost).findFirst();
    }

    /** A record, or all that is meant as one, as a file would hold it. */
    byte[] octets(Octets record) {
        byte[] octets = record.bytes();
        if (texts.form() == TxtForm.TEXT) {
            return octets;
        }
        byte[] line = Arrays.copyOf(octets, octets.length + 1);
        line[octets.length] = '\n';
        return line;
    }

    /** How the records were read; empty where the text is the record itself. */
    Optional<String> sentence() {
        return texts.form() == TxtForm.TEXT
                ? Optional.empty()
                : Optional.of("read as " + texts.form().words() + ": " + which(chosen.get(0))
                        + (chosen.stream().anyMatch(Txt::cut)
                                ? "; a semicolon outside of quotes begins a comment there, so write the text in quotes"
                                : "")
                        + texts.unclosed()
                                .map(unclosed -> "; the " + unclosed.what() + " in line " + unclosed.line()
                                        + ", column " + unclosed.column()
                                        + ", is not closed, so no name server reads this: close it")
                                .orElse(""));
    }

    /** What to add to a file's name where there are several: the owner, or a number if one has several or none is said. */
    String name(int at) {
        if (chosen.size() == 1) {
            return "";
        }
        String number = "record " + (at + 1);
        return ": "
                + chosen.get(at)
                        .owner()
                        .map(owner -> status == Status.ONE_EACH ? owner : owner + ", " + number)
                        .orElse(number);
    }

    private String which(Txt first) {
        String name = kind == TextKind.RECORD ? "MTA-STS" : "TLSRPT";
        String owner = first.owner().map(at -> " of " + RemoteText.escape(at)).orElse("");
        int all = texts.records().size();
        return switch (status) {
            case SEVERAL ->
                chosen.size() + " " + name + " records; senders use none where there are several, so keep one";
            case ONE_EACH -> chosen.size() + " " + name + " records, each of another name";
            case UNSEEN ->
                "the " + name + " record among " + all
                        + " TXT records, which senders do not see there, since it does not begin with " + version(kind);
            case MISPLACED ->
                "the TXT record" + owner + ", where no sender looks for it: they look at " + prefix(kind)
                        + " below the domain, so publish it there";
            case DOT_LOST ->
                "the TXT record"
                        + dotLost()
                                .flatMap(Txt::owner)
                                .map(at -> " of " + RemoteText.escape(at))
                                .orElse("")
                        + ", where no sender looks for it: a name without a final dot gets the origin"
                        + " added, so write the dot";
            case ABSENT, ONE ->
                among(all, name, owner)
                        + (first.strings() > 1 && (all == 1 || status == Status.ONE)
                                ? ", joined from " + first.strings() + " strings"
                                : "");
        };
    }

    private String among(int all, String name, String owner) {
        if (all == 1) {
            return owner.isEmpty() ? "a TXT record" : "the TXT record" + owner;
        }
        return status == Status.ABSENT
                ? "the first of " + all + " TXT records, none of which is " + (kind == TextKind.RECORD ? "an " : "a ")
                        + name + " record"
                : "the " + name + " record among " + all + " TXT records";
    }

    /** The fields {@code form}, {@code owner}, {@code records}, {@code status} and {@code note}. */
    Map<String, @Nullable Object> toMap(Txt txt) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("form", texts.form().name().toLowerCase(Locale.ROOT));
        map.put("owner", txt.owner().orElse(null));
        map.put("records", texts.records().size());
        map.put("status", status.name().toLowerCase(Locale.ROOT));
        map.put("note", sentence().orElse(null));
        return map;
    }
}
