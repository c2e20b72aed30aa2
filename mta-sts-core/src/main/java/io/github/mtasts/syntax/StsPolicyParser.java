package io.github.mtasts.syntax;

import static io.github.mtasts.issue.IssueCode.FETCH_HTML_BODY;
import static io.github.mtasts.issue.IssueCode.POLICY_BLANK_LINE;
import static io.github.mtasts.issue.IssueCode.POLICY_EMPTY;
import static io.github.mtasts.issue.IssueCode.POLICY_FIELD_DUPLICATE;
import static io.github.mtasts.issue.IssueCode.POLICY_FIELD_UNKNOWN;
import static io.github.mtasts.issue.IssueCode.POLICY_KEY_CASE;
import static io.github.mtasts.issue.IssueCode.POLICY_KEY_TYPO;
import static io.github.mtasts.issue.IssueCode.POLICY_LINE_ENDINGS_MIXED;
import static io.github.mtasts.issue.IssueCode.POLICY_LINE_ENDING_BARE_CR;
import static io.github.mtasts.issue.IssueCode.POLICY_LINE_MALFORMED;
import static io.github.mtasts.issue.IssueCode.POLICY_ON_ONE_LINE;
import static io.github.mtasts.issue.IssueCode.POLICY_OTHER_TEXT;
import static io.github.mtasts.issue.IssueCode.POLICY_VERSION_MISSING;
import static io.github.mtasts.issue.IssueCode.POLICY_VERSION_NOT_FIRST;

import io.github.mtasts.syntax.PolicyLine.Claim;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads a policy file (RFC 8461, section 3.2) line by line: what each says, and which field it was meant to be. */
final class StsPolicyParser {

    static final List<String> KEYS = PolicyLine.KEYS;

    private final Octets given;
    private final String text;
    private final PlacedIssues found = new PlacedIssues();
    private final PolicyOctets octets;
    private final PolicyValues values;
    private final List<PolicyLine> lines = new ArrayList<>();
    private final Map<String, PolicyLine> chosen = new HashMap<>();
    private final Map<String, String> extensions = new LinkedHashMap<>();
    private final List<PolicyLine> unknown = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Optional<OtherFile> otherFile;
    private boolean versionIsLate;
    private int endOfFrontMatter;

    StsPolicyParser(Octets given) {
        this.given = given;
        this.text = given.latin1();
        this.octets = new PolicyOctets(text, found);
        this.values = new PolicyValues(found);
        this.otherFile = OtherFile.of(text);
        read();
    }

    Parsed<StsPolicy> parsed() {
        Optional<StsPolicy> value = found.hasError() ? Optional.empty() : values.policy(extensions);
        List<Field> fields = lines.stream()
                .filter(line -> line.isShown() && !isOverruled(line))
                .map(PolicyLine::field)
                .toList();
        return new Parsed<>(given, value, fields, found.sorted());
    }

    /** The text to publish: this one where it has no fault. */
    Repair repair(List<String> mxHosts) {
        if (otherFile.isPresent()) {
            Octets policy = Octets.ofLatin1(otherFile.get().policy(text));
            return new StsPolicyParser(policy).repair(mxHosts);
        }
        return found.hasFault()
                ? new PolicyRepair(text, saysNothing() ? List.of() : lines, chosen, found, mxHosts).repair()
                : new Repair(given.decoded(), List.of());
    }

    private void read() {
        if (octets.isBlank()) {
            found.add(POLICY_EMPTY, POLICY_EMPTY.meaning());
        } else if (octets.isHtml()) {
            found.add(FETCH_HTML_BODY, FETCH_HTML_BODY.meaning());
        } else if (otherFile.isPresent()) {
            found.add(POLICY_OTHER_TEXT, otherFile.get().message, otherFile.get().remedy);
        } else {
            lines();
            chosen.forEach((key, line) -> {
                if (line.claim == Claim.MALFORMED && !line.isSpoilt && !key.equals("mx")) {
                    values.judge(key, line);
                }
            });
            if (isOtherText()) {
                found.add(POLICY_VERSION_MISSING, POLICY_VERSION_MISSING.meaning());
                return;
            }
            values.missing();
            List<String> missing = values.missingKeys();
            unknown.forEach(line -> unknownKey(line, missing));
        }
    }

    /** Another text has the place of the policy: that it lacks the other fields too would be an echo. */
    private boolean isOtherText() {
        return saysNothing() && lines.stream().anyMatch(line -> line.isOtherText);
    }

    /** No line speaks of a field that a policy has: the file is another one, whatever it is. */
    boolean saysNothing() {
        return chosen.isEmpty();
    }

    private void lines() {
        int from = octets.afterByteOrderMark();
        endOfFrontMatter = FrontMatter.end(text, from);
        PolicyLines split = new PolicyLines(text, from);
        split.lines.forEach(this::line);
        if (split.areEndsMixed()) {
            found.add(POLICY_LINE_ENDINGS_MIXED, split.ends());
        }
    }

    private void line(Span line) {
        if (line.from() < endOfFrontMatter) {
            found.add(
                    POLICY_LINE_MALFORMED,
                    line,
                    () -> POLICY_LINE_MALFORMED.meaning() + " It is front matter of a site generator.",
                    "Delete the line.");
            return;
        }
        if (line.trimmed().isEmpty()) {
            found.add(POLICY_BLANK_LINE, line);
            return;
        }
        int cr = line.indexOf('\r');
        if (cr < 0) {
            piece(line, false);
            return;
        }
        found.addOnce(POLICY_LINE_ENDING_BARE_CR, line.part(cr, cr + 1), POLICY_LINE_ENDING_BARE_CR::meaning);
        for (int start = line.from(); start < line.to(); ) {
            Span piece = line.since(start);
            piece = piece.upTo(piece.end('\r'));
            if (!piece.trimmed().isEmpty()) {
                piece(piece, true);
            }
            start = piece.to() + 1;
        }
    }

    private void piece(Span piece, boolean besideBareCr) {
        List<PolicyLine> fields = OneLine.fields(piece, octets.isBlankBeside(piece));
        if (fields.isEmpty()) {
            line(new PolicyLine(piece), besideBareCr);
        } else {
            found.addOnce(POLICY_ON_ONE_LINE, piece.trimmed(), POLICY_ON_ONE_LINE::meaning);
            fields.forEach(this::unjudged);
        }
    }

    /** What is wrong with such a field is that it has no line of its own. */
    private void unjudged(PolicyLine field) {
        field.isSpoilt = true;
        lines.add(field);
        attempt(field);
        choose(field);
    }

    private void line(PolicyLine line, boolean besideBareCr) {
        lines.add(line);
        line.isSpoilt =
                octets.spoils(line.content) || (line.hasColon() && !line.isKnown() && octets.hasInnerTab(line.value));
        if (line.hasColon()) {
            field(line);
        } else if (!line.isSpoilt && !(besideBareCr && !line.isShown())) {
            if (line.isComment()) {
                malformed(line, "The grammar does not allow comments.", "Delete the line.");
            } else {
                malformed(line, "The colon is missing.", withoutColon(line));
            }
        }
        if (line.claim == Claim.MALFORMED) {
            versionIsLate = true;
            if (line.resembled.equals("mx") && !line.isSpoilt) {
                values.judge("mx", line);
            }
        }
        choose(line);
    }

    private void choose(PolicyLine line) {
        if (line.claim != Claim.NONE) {
            chosen.merge(line.resembled, line, PolicyLine::surer);
        }
    }

    private static String withoutColon(PolicyLine line) {
        if (line.hasEquals()) {
            return "Write a colon in place of the equals sign.";
        }
        List<Optional<String>> hosts = line.isListItem() ? MeantHosts.of(line.item()) : List.of();
        if (hosts.size() == 1 && hosts.get(0).orElse("").indexOf('.') > 0) {
            return "Write mx: " + hosts.get(0).orElseThrow();
        }
        return Chars.isAlphanumeric(line.content.text().charAt(0))
                ? "Write a colon behind the key, or delete the line."
                : "Delete the line.";
    }

    // RFC 8461 §3.2: sts-policy-field = key ":" *WSP value, then *WSP
    private void field(PolicyLine line) {
        if (line.isSpoilt) {
            attempt(line);
        } else if (line.isIndented()) {
            malformed(line, "There is white space at its start.", "Delete the white space at the start of the line.");
        } else if (line.hasSpaceBeforeColon()) {
            malformed(line, "There is white space before the colon.", "Delete the white space before the colon.");
        } else if (line.isKnown()) {
            known(line);
        } else if (!Chars.isExtensionName(text, line.key.from(), line.key.to())) {
            malformed(
                    line,
                    line.given,
                    () -> line.key.quoted() + " is not a valid key.",
                    line.claim == Claim.NONE || !line.resemblesExactly()
                            ? "Delete the line."
                            : "Write the key as " + line.resembled + ", without other characters.");
        } else {
            extension(line);
        }
    }

    private void known(PolicyLine line) {
        String key = line.key.text();
        line.claim = Claim.FIELD;
        values.attempt(key);
        if (key.equals("mx") || names.add(key)) {
            values.judge(key, line);
            if (key.equals("version") && versionIsLate) {
                found.add(POLICY_VERSION_NOT_FIRST, line.content);
            }
        } else {
            later(line);
        }
        versionIsLate = true;
    }

    // RFC 8461 §3.2: of a duplicated field all but the first are ignored
    private void later(PolicyLine line) {
        if (line.value.isEmpty()) {
            empty(line);
        } else {
            found.add(
                    POLICY_FIELD_DUPLICATE,
                    line.content,
                    () -> "The field " + line.key.quoted() + " occurs twice; the first one applies.");
        }
    }

    private void empty(PolicyLine line) {
        malformed(
                line, line.content, () -> "The field is empty.", "Write a value behind the colon, or delete the line.");
    }

    private void extension(PolicyLine line) {
        String key = line.key.text();
        String lower = Chars.lower(key);
        if (line.value.isEmpty()) {
            empty(line);
            return;
        }
        versionIsLate = true;
        if (KEYS.contains(lower)) {
            found.add(
                    POLICY_KEY_CASE,
                    line.key,
                    () -> Octets.quote(key) + " is an unknown field, since names are case-sensitive.",
                    "Write it in lower case: " + lower + ".");
            extensions.putIfAbsent(key, line.value.decoded());
        } else if (names.add(key)) {
            extensions.put(key, line.value.decoded());
            unknown.add(line);
        } else {
            later(line);
        }
    }

    private void unknownKey(PolicyLine line, List<String> missing) {
        if (missing.contains(line.resembled)) {
            found.add(
                    POLICY_KEY_TYPO,
                    line.key,
                    () -> line.key.quoted() + " is unknown; " + line.resembled + " is missing.",
                    "Write " + line.resembled + " in place of " + line.key.quoted() + ".");
        } else {
            found.add(
                    POLICY_FIELD_UNKNOWN,
                    line.content,
                    () -> "The field " + line.key.quoted() + " is unknown to the RFC and is ignored.");
        }
    }

    /** A field wins over what malformed lines say of its key. */
    private boolean isOverruled(PolicyLine line) {
        return line.claim == Claim.MALFORMED && !line.key.text().equals("mx") && names.contains(line.key.text());
    }

    private void attempt(PolicyLine line) {
        if (line.claim != Claim.NONE) {
            values.attempt(line.letters);
        }
    }

    private void malformed(PolicyLine line, String why, String remedy) {
        malformed(line, line.given, () -> why, remedy);
    }

    /** The line may stand for a known field all the same, which is then not missing as well. */
    private void malformed(PolicyLine line, Span place, Supplier<String> why, String remedy) {
        Optional<OtherText> other = line.claim == Claim.NONE ? OtherText.of(line.content.text()) : Optional.empty();
        if (other.isPresent()) {
            line.isOtherText = true;
            found.add(POLICY_OTHER_TEXT, place, () -> "This is " + other.get().what + ", not a line of a policy.");
            return;
        }
        attempt(line);
        found.add(POLICY_LINE_MALFORMED, place, () -> POLICY_LINE_MALFORMED.meaning() + " " + why.get(), remedy);
    }
}
