package io.github.mtasts.syntax;

import io.github.mtasts.issue.IssueCode;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One way to spoil a good text.
 *
 * @param code what a parser says of it
 * @param change of a text with one character per octet
 */
record Fault(IssueCode code, UnaryOperator<String> change) {

    private static final String MX = "mx: mail.example.com";

    /** Each code that a policy can have, at least once. */
    static List<Fault> ofPolicies() {
        return List.of(
                fault(IssueCode.POLICY_EMPTY, text -> " \n"),
                fault(IssueCode.FETCH_HTML_BODY, text -> "<html>\n" + text),
                fault(IssueCode.POLICY_VERSION_MISSING, text -> text.replaceFirst("version: STSv1\r?\n", "")),
                replaced(IssueCode.POLICY_VERSION_INVALID, "version: STSv1", "version: STSv2"),
                replaced(IssueCode.POLICY_VERSION_INVALID, "version: STSv1", "version: \"STSv1\";"),
                fault(IssueCode.POLICY_VERSION_NOT_FIRST, text -> "x-first: 1\n" + text),
                fault(
                        IssueCode.POLICY_VERSION_NOT_FIRST,
                        text -> text.replaceFirst("(version.*\r?\n)((.*\r?\n)*)", "$2$1")),
                fault(IssueCode.POLICY_MODE_MISSING, text -> text.replaceFirst("mode: [a-z]+\r?\n", "")),
                replaced(IssueCode.POLICY_MODE_INVALID, "mode: ", "mode: E-"),
                fault(IssueCode.POLICY_MAX_AGE_MISSING, text -> text.replaceFirst("max_age: [0-9]+(\r?\n|$)", "")),
                replaced(IssueCode.POLICY_MAX_AGE_INVALID, "max_age: ", "max_age: about "),
                fault(
                        IssueCode.POLICY_MAX_AGE_INVALID,
                        text -> text.replaceFirst("max_age: .*", "max_age: 604,800 seconds")),
                fault(
                        IssueCode.POLICY_MAX_AGE_ABOVE_MAXIMUM,
                        text -> text.replaceFirst("max_age: .*", "max_age: 9999999999")),
                fault(IssueCode.POLICY_MAX_AGE_ZERO, text -> text.replaceFirst("max_age: .*", "max_age: 0")),
                fault(IssueCode.POLICY_MX_MISSING, text -> text.replaceAll("mx: .*\r?\n", "")),
                replaced(IssueCode.POLICY_MX_INVALID, MX, "mx: mail_1.example.com"),
                replaced(IssueCode.POLICY_MX_INVALID, MX, "mx:"),
                replaced(IssueCode.POLICY_MX_WILDCARD_MISPLACED, MX, "mx: .mail.example.com"),
                replaced(IssueCode.POLICY_MX_WILDCARD_MISPLACED, MX, "mx: m*.example.com"),
                replaced(IssueCode.POLICY_MX_IP_ADDRESS, MX, "mx: 192.0.2.1."),
                replaced(IssueCode.POLICY_MX_IP_ADDRESS, MX, "mx: [2001:db8::1]"),
                replaced(IssueCode.POLICY_MX_NOT_A_NAME, MX, "mx: 10 mail.example.com:25"),
                replaced(IssueCode.POLICY_MX_SEVERAL_ON_LINE, MX, "mx: a.example.com, b.example.com"),
                replaced(IssueCode.POLICY_MX_U_LABEL, MX, "mx: b\u00C3\u00BCcher.example"),
                replaced(IssueCode.POLICY_MX_TRAILING_DOT, MX, MX + "."),
                replaced(IssueCode.POLICY_MX_DUPLICATE, MX, MX + "\n" + MX),
                replaced(IssueCode.POLICY_KEY_CASE, "version", "Version"),
                replaced(IssueCode.POLICY_KEY_CASE, "mode", "MODE"),
                replaced(IssueCode.POLICY_KEY_CASE, "mx", "MX"),
                fault(IssueCode.POLICY_KEY_CASE, text -> text + "\nMode: testing"),
                replaced(IssueCode.POLICY_KEY_TYPO, "max_age", "max-age"),
                replaced(IssueCode.POLICY_KEY_TYPO, "mode", "mdoe"),
                fault(IssueCode.POLICY_FIELD_DUPLICATE, text -> text + "\nmode: junk\nmax_age: 1"),
                fault(IssueCode.POLICY_FIELD_DUPLICATE, text -> text + "\nnote: a\nnote: b"),
                fault(IssueCode.POLICY_FIELD_UNKNOWN, text -> text + "\nnote: a"),
                fault(IssueCode.POLICY_LINE_MALFORMED, text -> text + "\n# the end"),
                fault(IssueCode.POLICY_LINE_MALFORMED, text -> "---\n" + text),
                replaced(IssueCode.POLICY_LINE_MALFORMED, "max_age:", " max_age ="),
                replaced(IssueCode.POLICY_LINE_MALFORMED, "mode:", "- mode:"),
                joined("; "),
                joined(", "),
                joined(" "),
                joined("<br>"),
                joined("\\n"),
                joined("%0D%0A"),
                joined("&#10;"),
                fault(
                        IssueCode.POLICY_ON_ONE_LINE,
                        text -> text.replaceFirst(": STSv1\r?\n", " STSv1 ")
                                .replaceFirst("mode: ([a-z]+)\r?\n", "mode $1 ")),
                fault(IssueCode.POLICY_OTHER_TEXT, text -> text + "\nv=STSv1; id=77"),
                fault(IssueCode.POLICY_OTHER_TEXT, text -> "_mta-sts IN TXT \"v=STSv1; id=77\"\n" + text),
                fault(IssueCode.POLICY_BLANK_LINE, text -> text + "\n\n \t\n"),
                fault(IssueCode.POLICY_LINE_ENDINGS_MIXED, text -> "version: STSv1\r\n" + text.replace("\r\n", "\n")),
                fault(IssueCode.POLICY_LINE_ENDING_BARE_CR, text -> text.replaceFirst("\r?\n", "\r")),
                fault(IssueCode.POLICY_LINE_ENDING_BARE_CR, text -> text.replaceAll("\r?\n", "\r\r\n")),
                fault(IssueCode.POLICY_BOM, text -> "\u00EF\u00BB\u00BF" + text),
                fault(IssueCode.POLICY_NOT_UTF8, text -> text.replaceFirst("(?m)$", "\u00FF")),
                fault(IssueCode.POLICY_NOT_UTF8, text -> text + "\nnote: gr\u00FC\u00DFe"),
                replaced(IssueCode.POLICY_CONTROL_CHARACTER, "mode: ", "mo\0de: \u001B"),
                fault(IssueCode.POLICY_CONTROL_CHARACTER, text -> text + "\nnote: a\tb"));
    }

    /** Each code that an MTA-STS record can have, at least once. */
    static List<Fault> ofRecords() {
        return List.of(
                replaced(IssueCode.RECORD_VERSION_INVALID, "v=STSv1", "V=STSv1"),
                replaced(IssueCode.RECORD_VERSION_INVALID, "v=STSv1;", "v=STSv1,"),
                fault(IssueCode.RECORD_VERSION_INVALID, text -> "\"" + text + "\""),
                replaced(IssueCode.RECORD_VERSION_NOT_FIRST, "v=STSv1", "x=1; v=STSv1"),
                fault(IssueCode.RECORD_OTHER_TEXT, text -> "v=DMARC1; p=none; id=d; foo=d"),
                fault(IssueCode.RECORD_OTHER_TEXT, text -> "_mta-sts.example.org. 3600 IN TXT \"" + text + "\""),
                replaced(IssueCode.RECORD_SPACE_BEFORE_DELIMITER, "v1;", "v1 ;"),
                replaced(IssueCode.RECORD_ID_MISSING, "id=", "id2="),
                replaced(IssueCode.RECORD_ID_INVALID, "id=", "id=2026-"),
                fault(IssueCode.RECORD_TRAILING_SPACE, text -> text + " \t"),
                fault(IssueCode.RECORD_FIELD_MALFORMED, text -> text + "; ;"),
                fault(IssueCode.RECORD_FIELD_MALFORMED, text -> text + "; foo=b=c"),
                fault(IssueCode.RECORD_FIELD_MALFORMED, text -> "v=STSv1 " + text),
                fault(IssueCode.RECORD_FIELD_DUPLICATE, text -> text + "; id=other"),
                fault(IssueCode.RECORD_FIELD_DUPLICATE, text -> text + "; v=STSv1"),
                fault(IssueCode.RECORD_FIELD_UNKNOWN, text -> text + "; note=a"),
                replaced(IssueCode.RECORD_NOT_ASCII, "; ", ";\u00C2\u00A0"));
    }

    /** Each code that a TLSRPT record can have, at least once. */
    static List<Fault> ofTlsRptRecords() {
        return List.of(
                replaced(IssueCode.TLSRPT_VERSION_INVALID, "v=TLSRPTv1", "v=TLSRPT1"),
                fault(IssueCode.TLSRPT_VERSION_INVALID, text -> " " + text),
                replaced(IssueCode.TLSRPT_VERSION_NOT_FIRST, "v=TLSRPTv1", "x=1; v=TLSRPTv1"),
                fault(IssueCode.TLSRPT_OTHER_TEXT, text -> "v=DMARC1; p=none; rua=mailto:d@example.com; foo=d"),
                replaced(IssueCode.TLSRPT_SPACE_BEFORE_DELIMITER, "v1;", "v1\t;"),
                replaced(IssueCode.TLSRPT_RUA_MISSING, "rua=", "rue="),
                replaced(IssueCode.TLSRPT_RUA_MISSING, "rua=", "rua=;x="),
                replaced(IssueCode.TLSRPT_RUA_INVALID, "rua=", "rua=yes,"),
                replaced(IssueCode.TLSRPT_RUA_INVALID, "rua=", "rua=, "),
                replaced(IssueCode.TLSRPT_RUA_SCHEME, "rua=", "rua=http://r.example.com/,"),
                replaced(IssueCode.TLSRPT_RUA_UNENCODED, "rua=", "rua=mailto:b@example.com!10m,"),
                replaced(IssueCode.TLSRPT_RUA_UNENCODED, "rua=", "rua=https://r.example.com/a;b,"),
                replaced(IssueCode.TLSRPT_RUA_DUPLICATE, "rua=", "rua=mailto:d@example.com,mailto:d@example.com,"),
                fault(IssueCode.TLSRPT_TRAILING_SPACE, text -> text + " "),
                fault(IssueCode.TLSRPT_FIELD_MALFORMED, text -> text + "; foo"),
                replaced(IssueCode.TLSRPT_FIELD_MALFORMED, "; ", "; ; "),
                fault(IssueCode.TLSRPT_FIELD_DUPLICATE, text -> text + "; rua=mailto:z@example.com"),
                fault(IssueCode.TLSRPT_FIELD_DUPLICATE, text -> text + "; note=a; note=b"),
                fault(IssueCode.TLSRPT_FIELD_UNKNOWN, text -> text + "; note=a"),
                fault(IssueCode.TLSRPT_NOT_ASCII, text -> text + "; note=\u00E4"));
    }

    private static Fault fault(IssueCode code, UnaryOperator<String> change) {
        return new Fault(code, change);
    }

    private static Fault joined(String separator) {
        return new Fault(IssueCode.POLICY_ON_ONE_LINE, text -> String.join(separator, text.split("\r?\n")));
    }

    private static Fault replaced(IssueCode code, String good, String bad) {
        return new Fault(code, text -> text.replace(good, bad));
    }

    @Override
    public String toString() {
        return code.name();
    }
}
