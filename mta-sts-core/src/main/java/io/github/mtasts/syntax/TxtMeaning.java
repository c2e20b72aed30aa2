package io.github.mtasts.syntax;

import static io.github.mtasts.syntax.Chars.skipWhiteSpace;

import io.github.mtasts.slip.OneEdit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The fields of a TXT record as they were meant, whatever the grammar says of them; writes them anew. */
final class TxtMeaning {

    private static final int LONGEST_URI = 500;

    private final TxtGrammar grammar;
    private final List<TxtField> fields = new ArrayList<>();
    private final List<Span> required = new ArrayList<>();
    private Optional<Span> mention = Optional.empty();

    TxtMeaning(TxtGrammar grammar) {
        this.grammar = grammar;
    }

    /** Keeps a field, and what it says of the required one. */
    TxtField read(Span content) {
        TxtField field = TxtField.of(content);
        if (field.hasEquals()) {
            fields.add(field);
        }
        if (field.hasEquals() && field.name().text().equals(grammar.key)) {
            required.add(field.value());
        } else if (mention.isEmpty()) {
            mention = isBareAddress(content) ? Optional.of(content) : mention(content);
        }
        return field;
    }

    /**
     * Whether a semicolon cut the content off from the required field before it, to which it now belongs: it was to be
     * encoded, or an address follows that a comma should separate.
     */
    boolean takesBack(Span content) {
        int last = required.size() - 1;
        if (grammar != TxtGrammar.TLSRPT
                || last < 0
                || isField(content)
                || content.from() <= required.get(last).to()) {
            return false;
        }
        Span value = required.get(last);
        boolean adjacent = value.to() + 1 == content.from();
        if (!adjacent && !ReportUri.isAddress(content.text())) {
            return false;
        }
        required.set(last, value.part(value.from(), content.to()));
        return true;
    }

    /** Whether the semicolon right before the content is a part of the URI there, and only lacks its encoding. */
    boolean isInUri(Span content) {
        if (required.isEmpty()) {
            return false;
        }
        int semicolon = content.from() - 1;
        int from = Math.max(required.get(required.size() - 1).from(), semicolon - LONGEST_URI);
        String before = from < semicolon ? content.whole().substring(from, semicolon) : "";
        int left = skipWhiteSpace(before, before.lastIndexOf(',') + 1, before.length());
        return ReportUri.isCut(before, left, before.length(), content.text());
    }

    private static boolean isField(Span content) {
        int equals = content.indexOf('=');
        return equals >= 0 && Chars.isExtensionName(content.whole(), content.from(), equals);
    }

    /** The fields are those of another text, though report addresses in it may have been meant for this record. */
    void forget(OtherText other, String text) {
        fields.clear();
        boolean kept = other == OtherText.STS_RECORD
                || (other == OtherText.ZONE_LINE && !Chars.lower(text).contains("v=dmarc"));
        if (!kept || grammar != TxtGrammar.TLSRPT) {
            required.clear();
            mention = Optional.empty();
        }
    }

    /** A report address that lacks the name of its field. */
    boolean isBareAddress(Span content) {
        return grammar == TxtGrammar.TLSRPT && !isField(content) && ReportUri.hasSupportedScheme(content.text());
    }

    /** For showing. */
    List<Field> fields() {
        return fields.stream().map(TxtField::field).toList();
    }

    /** The field that is meant as the required one, where there is none; only addresses are told by what they are. */
    Optional<TxtField> misspelt() {
        return grammar == TxtGrammar.TLSRPT && required.stream().allMatch(Span::isEmpty) && mention.isEmpty()
                ? fields.stream()
                        .filter(field -> OneEdit.apart(Chars.lower(field.meantName()), grammar.key))
                        .filter(field ->
                                !MeantUris.of(field.meantValue()).uris().isEmpty())
                        .findFirst()
                : Optional.empty();
    }

    /** What the required fields say; where none is read before it, what a malformed field says, or one in another case. */
    List<String> required() {
        boolean first = required.isEmpty()
                || mention.filter(span -> span.from() < required.get(0).from() && !grammar.isSeen(span.whole()))
                        .isPresent();
        return Stream.of(
                        first ? mention.stream() : Stream.<Span>empty(),
                        required.stream(),
                        misspelt().map(TxtField::value).stream())
                .flatMap(spans -> spans)
                .map(value -> TxtField.unquoted(value.text()))
                .toList();
    }

    /** The record with this value for the required field, where it first stood, and extensions around it in their order. */
    String write(String value) {
        Map<String, String> written = new LinkedHashMap<>();
        Optional<TxtField> misspelt = misspelt();
        for (TxtField field : fields) {
            String name = field.meantName();
            if (Chars.lower(name).equals(grammar.key) || misspelt.equals(Optional.of(field))) {
                written.putIfAbsent(grammar.key, value);
            } else if (!name.equalsIgnoreCase("v")
                    && Chars.isExtensionName(name, 0, name.length())
                    && Chars.isRecordValue(field.meantValue())) {
                written.putIfAbsent(name, field.meantValue());
            }
        }
        written.putIfAbsent(grammar.key, value);
        return grammar.version + Extensions.toTxt(written);
    }

    /** What follows the required name and an equals sign or a colon, in whatever case and behind whatever else. */
    private Optional<Span> mention(Span content) {
        String name = grammar.key;
        for (int at = content.from(); at + name.length() < content.to(); at++) {
            if (Chars.isSame(content.whole(), at, name, 0, name.length()) && beginsWord(content, at)) {
                int sign = skipWhiteSpace(content.whole(), at + name.length(), content.to());
                if (sign < content.to() && "=:".indexOf(content.whole().charAt(sign)) >= 0) {
                    return Optional.of(content.since(sign + 1).trimmed());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean beginsWord(Span content, int at) {
        char before = at == content.from() ? ' ' : content.whole().charAt(at - 1);
        return !Chars.isAlphanumeric(before) && "-_.=:".indexOf(before) < 0;
    }
}
