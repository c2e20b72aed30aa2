package io.github.mtasts.syntax;

import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.slip.OneEdit;
import java.util.Optional;

/** What the MTA-STS record and the TLSRPT record have in common, and the code by which each reports a fault. */
enum TxtGrammar {
    STS(
            "an MTA-STS record",
            "v=STSv1",
            "id",
            "sts",
            "the first one applies",
            IssueCode.RECORD_VERSION_INVALID,
            IssueCode.RECORD_VERSION_NOT_FIRST,
            IssueCode.RECORD_OTHER_TEXT,
            IssueCode.RECORD_SPACE_BEFORE_DELIMITER,
            IssueCode.RECORD_TRAILING_SPACE,
            IssueCode.RECORD_FIELD_MALFORMED,
            IssueCode.RECORD_FIELD_DUPLICATE,
            IssueCode.RECORD_FIELD_UNKNOWN,
            IssueCode.RECORD_NOT_ASCII),
    TLSRPT(
            "a TLSRPT record",
            "v=TLSRPTv1",
            "rua",
            "tlsrpt",
            "senders differ in which one they use",
            IssueCode.TLSRPT_VERSION_INVALID,
            IssueCode.TLSRPT_VERSION_NOT_FIRST,
            IssueCode.TLSRPT_OTHER_TEXT,
            IssueCode.TLSRPT_SPACE_BEFORE_DELIMITER,
            IssueCode.TLSRPT_TRAILING_SPACE,
            IssueCode.TLSRPT_FIELD_MALFORMED,
            IssueCode.TLSRPT_FIELD_DUPLICATE,
            IssueCode.TLSRPT_FIELD_UNKNOWN,
            IssueCode.TLSRPT_NOT_ASCII);

    private static final int SQUEEZED = 16;

    final String what;
    final String version;
    final String key;
    private final String word;

    /** What becomes of a field that occurs twice: RFC 8461 §3.2 has a rule, RFC 8460 has none. */
    final String ofTwo;

    final IssueCode versionInvalid;
    final IssueCode versionNotFirst;
    final IssueCode otherText;
    final IssueCode spaceBeforeDelimiter;
    final IssueCode trailingSpace;
    final IssueCode fieldMalformed;
    final IssueCode fieldDuplicate;
    final IssueCode fieldUnknown;
    final IssueCode notAscii;

    TxtGrammar(
            String what,
            String version,
            String key,
            String word,
            String ofTwo,
            IssueCode versionInvalid,
            IssueCode versionNotFirst,
            IssueCode otherText,
            IssueCode spaceBeforeDelimiter,
            IssueCode trailingSpace,
            IssueCode fieldMalformed,
            IssueCode fieldDuplicate,
            IssueCode fieldUnknown,
            IssueCode notAscii) {
        this.what = what;
        this.version = version;
        this.key = key;
        this.word = word;
        this.ofTwo = ofTwo;
        this.versionInvalid = versionInvalid;
        this.versionNotFirst = versionNotFirst;
        this.otherText = otherText;
        this.spaceBeforeDelimiter = spaceBeforeDelimiter;
        this.trailingSpace = trailingSpace;
        this.fieldMalformed = fieldMalformed;
        this.fieldDuplicate = fieldDuplicate;
        this.fieldUnknown = fieldUnknown;
        this.notAscii = notAscii;
    }

    /** Begins with the version and then white space, a semicolon or the end. */
    boolean isSeen(String text) {
        if (!text.startsWith(version)) {
            return false;
        }
        if (text.length() == version.length()) {
            return true;
        }
        char next = text.charAt(version.length());
        return next == ';' || Chars.isWhiteSpace(next);
    }

    /** Is clearly meant to be such a record, or has it in a text that belongs elsewhere. */
    boolean isMeant(String text) {
        return isWritten(text) || isInOtherText(text);
    }

    /** Its first word reads as a version, or a version comes later. */
    boolean isWritten(String text) {
        String first = firstWord(text);
        return (first.startsWith("v") && first.contains(word))
                || first.startsWith(word + "v")
                || OneEdit.apart(first, "v" + word + "v1")
                || laterVersion(text) >= 0;
    }

    /** Another text in the place of the record; empty for one that is meant as this record. */
    Optional<OtherText> otherText(String text) {
        OtherText own = this == STS ? OtherText.STS_RECORD : OtherText.TLSRPT_RECORD;
        return isSeen(text) ? Optional.empty() : OtherText.of(text).filter(other -> other != own);
    }

    /** Whoever put a line of a zone file or the policy into the record meant this record. */
    private boolean isInOtherText(String text) {
        return OtherText.of(text)
                .filter(other -> other == OtherText.ZONE_LINE
                        ? Chars.lower(text).contains(Chars.lower(version))
                        : other == OtherText.POLICY && this == STS)
                .isPresent();
    }

    /** Where the version stands as a field that is not the first; -1 when it does not. */
    int laterVersion(String text) {
        for (int at = 1; at + version.length() <= text.length(); at++) {
            if (isDelimiter(text.charAt(at - 1))
                    && text.regionMatches(true, at, version, 0, version.length())
                    && (at + version.length() == text.length() || isDelimiter(text.charAt(at + version.length())))
                    && Chars.skipWhiteSpace(text, 0, at) < at) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isDelimiter(char c) {
        return c == ';' || c == ',' || Chars.isWhiteSpace(c);
    }

    /** The letters and digits up to the first delimiter behind some, in lower case; white space around = is ignored. */
    private static String firstWord(String text) {
        StringBuilder out = new StringBuilder(SQUEEZED);
        for (int i = 0; i < text.length() && out.length() < SQUEEZED; i++) {
            char c = text.charAt(i);
            if (Chars.isAlphanumeric(c)) {
                out.append(Chars.lower(c));
            } else if (out.length() > 1 && isDelimiter(c)) {
                break;
            }
        }
        return out.toString();
    }
}
