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
    HOST("what host prints"),
    POWERSHELL("what Resolve-DnsName prints"),
    /** PowerShell leaves out what does not fit into a column. */
    CUT_OFF("what Resolve-DnsName prints, cut off"),
    /** What such a program prints where a name has no TXT record. */
    ANSWER("the answer to a look-up"),
    /** What such a program prints where it got no answer. */
    FAILURE("a failed look-up"),
    EMPTY("empty");

    private final String words;

    TxtForm(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** In a clause whose subject is the file, that no record is in it. */
    String withoutRecord() {
        return switch (this) {
            case EMPTY ->
                "is empty; 'dig +short' prints nothing where a name has no TXT record, or where a look-up fails";
            case CUT_OFF ->
                "is what Resolve-DnsName prints, with the end of a record cut off; print it with '| Format-List' behind"
                        + " the command";
            case FAILURE -> "is a failed look-up, which says nothing about what is published; look it up again";
            default -> "is " + words + ", without a TXT record in it";
        };
    }
}
