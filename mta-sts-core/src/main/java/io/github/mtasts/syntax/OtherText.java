package io.github.mtasts.syntax;

import java.util.List;
import java.util.Optional;

/** A text that people put in the place of another one. */
enum OtherText {
    STS_RECORD("the text of an MTA-STS record"),
    TLSRPT_RECORD("the text of a TLSRPT record"),
    DMARC_RECORD("a DMARC record"),
    SPF_RECORD("an SPF record"),
    DKIM_RECORD("a DKIM record"),
    ZONE_LINE("a whole line of a zone file"),
    POLICY("the text of an MTA-STS policy");

    /** Far more than any text needs to be told by its beginning. */
    private static final int ENOUGH = 1000;

    /** With its article. */
    final String what;

    OtherText(String what) {
        this.what = what;
    }

    /** What a text is that is not a field of a policy. */
    static Optional<OtherText> of(String octets) {
        String text = TxtField.unquoted(octets.substring(0, Math.min(octets.length(), ENOUGH)));
        if (isZoneLine(text)) {
            return Optional.of(ZONE_LINE);
        }
        if (begins(text, "v=spf1")) {
            return Optional.of(SPF_RECORD);
        }
        if (begins(text, "v=DMARC")) {
            return Optional.of(DMARC_RECORD);
        }
        if (begins(text, "v=DKIM")) {
            return Optional.of(DKIM_RECORD);
        }
        if (OneLine.isPolicy(text)) {
            return Optional.of(POLICY);
        }
        if (text.indexOf('=') >= 0 && TxtGrammar.STS.isWritten(text)) {
            return Optional.of(STS_RECORD);
        }
        return text.indexOf('=') >= 0 && TxtGrammar.TLSRPT.isWritten(text)
                ? Optional.of(TLSRPT_RECORD)
                : Optional.empty();
    }

    private static boolean begins(String text, String version) {
        return text.length() >= version.length() && Chars.isSame(text, 0, version, 0, version.length());
    }

    /** RFC 1035 §5.1: the type TXT, and a character-string behind it. */
    private static boolean isZoneLine(String text) {
        List<String> words = Chars.words(text);
        for (int at = 0; at + 1 < words.size(); at++) {
            String data = words.get(at + 1);
            if (words.get(at).equalsIgnoreCase("TXT")
                    && (data.startsWith("\"") || data.startsWith("(") || begins(data, "v="))) {
                return true;
            }
        }
        return false;
    }
}
