package io.github.mtasts.syntax;

/** Texts that make a careless parser slow: each of any size. */
enum NastyText {
    COLONS("", ":"),
    LINE_FEEDS("", "\n"),
    CARRIAGE_RETURNS("", "\r"),
    SPACES("", " "),
    TABS_AND_A_LETTER("", "\t\t\t\t\t\t\t\ta"),
    SHORT_FIELDS("", "a:b\n"),
    DISTINCT_FIELDS("", "k#: v\n"),
    MISSPELT_KEYS("", "mdoe: x\n"),
    CAPITAL_KEYS("", "MODE: x\n"),
    THE_SAME_HOST("", "mx: a\n"),
    DISTINCT_HOSTS("", "mx: host#\n"),
    DISTINCT_HOSTS_IN_ONE_LINE("version: STSv1\nmode: enforce\nmax_age: 1\nmx: ", "a.b#, "),
    LIST_ITEMS("", "- a.example\n"),
    FIELDS_BETWEEN_CARRIAGE_RETURNS("", "mode: x\r"),
    ALTERNATING_LINE_ENDS("", "a\nb\r\n"),
    BLANK_LINES("version: STSv1\n", " \n"),
    SEMICOLONS("", ";"),
    EQUALS_SIGNS("", "a="),
    OPEN_ENDED_NAMES("", "a ="),
    LONE_OCTETS("", "\u00FF"),
    CONTINUATION_OCTETS("x: ", "\u0080"),
    BROKEN_SEQUENCES("x: ", "\u00E2\u0082"),
    NULS("", "\0"),
    LESS_THAN_SIGNS("", "<"),
    TAGS("", "\n<a>"),
    QUOTES("", "\""),
    LABELS("mx: ", "a."),
    ONE_LABEL("mx: ", "a"),
    WILDCARDS("mx: ", "*."),
    DIGITS("max_age: ", "1"),
    U_LABELS("mx: ", "\u00C3\u00BC."),
    VERSIONS("", "v=STSv1;"),
    VERSIONS_WITH_SPACES("", " v=STSv1"),
    IDS("v=STSv1;", "id=a;"),
    MALFORMED_IDS("v=STSv1;", "id ;"),
    ID_WORDS("v=STSv1;", "id "),
    DISTINCT_EXTENSIONS("v=STSv1; id=a", ";x#=y"),
    COMMAS("v=TLSRPTv1; rua=", ","),
    COMMAS_IN_A_URL("v=TLSRPTv1; rua=https://a.example/", "a,"),
    COMMAS_IN_AN_ADDRESS("v=TLSRPTv1; rua=mailto:a", " b,"),
    THE_SAME_ADDRESS("v=TLSRPTv1; rua=", "mailto:a@b.example,"),
    DISTINCT_ADDRESSES("v=TLSRPTv1; rua=mailto:a@b.example", ",mailto:a#@b.example"),
    BARE_ADDRESSES("v=TLSRPTv1; rua=", "a@b.example "),
    SEMICOLONS_IN_A_URL("v=TLSRPTv1; rua=https://a.example/", "a;"),
    EXCLAMATION_MARKS("v=TLSRPTv1; rua=mailto:a@b.example", "!1"),
    AT_SIGNS("v=TLSRPTv1; rua=mailto:", "@"),
    PERCENT_SIGNS("v=TLSRPTv1; rua=https://a.example/", "%"),
    BRACKETS("v=TLSRPTv1; rua=https://", "[");

    private final String start;
    private final String piece;

    /** @param piece what comes again and again; a number sign stands for the number of the piece */
    NastyText(String start, String piece) {
        this.start = start;
        this.piece = piece;
    }

    String of(int size) {
        StringBuilder out = new StringBuilder(size + piece.length() + 10).append(start);
        int sign = piece.indexOf('#');
        for (int number = 0; out.length() < size; number++) {
            if (sign < 0) {
                out.append(piece);
            } else {
                out.append(piece, 0, sign).append(number).append(piece, sign + 1, piece.length());
            }
        }
        out.setLength(size);
        return out.toString();
    }
}
