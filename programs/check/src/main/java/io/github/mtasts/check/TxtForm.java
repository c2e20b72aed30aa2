package io.github.mtasts.check;

/** The forms in which people have the data of a TXT record at hand. */
enum TxtForm {
    /** The data itself. */
    TEXT("the text itself"),
    /** The data itself with the escapes of RFC 1035, section 5.1. */
    ESCAPED("text with the backslashes of a zone file"),
    /** Character-strings in quotes, one record a line. */
    QUOTED("quoted text, as dig +short and web forms have it"),
    DIG("what dig prints"),
    ZONE("a zone file"),
    NSLOOKUP("what nslookup prints"),
    HOST("what host prints");

    private final String words;

    TxtForm(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
