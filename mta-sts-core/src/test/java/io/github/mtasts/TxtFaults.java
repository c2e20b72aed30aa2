package io.github.mtasts;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What people do to a TXT record, at least once for each code; texts have one character per octet. */
final class TxtFaults {

    private static final List<UnaryOperator<String>> BOTH = List.of(
            text -> text + ";",
            text -> text + " ",
            text -> text + ";;",
            text -> text + "; x=1",
            text -> text + "; x",
            text -> text + "; x=1 2",
            text -> text + "; x=b\u00C3\u00BCcher",
            text -> text + "; x=",
            text -> text.replaceFirst(";", " ;"),
            text -> text.replaceFirst(";", ""),
            text -> text.replaceFirst(";", ","),
            text -> text.replaceFirst(";", "\\\\;"),
            text -> text.replaceFirst("; .*", ""),
            text -> text.replaceFirst("v1", "v2"),
            text -> text.replaceFirst("v1", "V1"),
            text -> text.replaceFirst("v=", "V="),
            text -> text.replaceFirst("v=", "v:"),
            text -> text.replaceFirst("v=", "v= "),
            text -> text.replaceFirst("(v=[^;]*); (.*)", "$2; $1"),
            text -> '"' + text + '"',
            text -> " " + text,
            text -> "\u00EF\u00BB\u00BF" + text,
            text -> text.replaceFirst("=", "\u00E2\u0080\u0093"),
            text -> "_mta-sts.example.org. 3600 IN TXT \"" + text + '"',
            text -> "v=spf1 mx -all",
            text -> "v=DMARC1; p=none; rua=mailto:dmarc@example.org",
            text -> HealthyDomain.POLICY,
            text -> "");

    private static final List<UnaryOperator<String>> OF_RECORD = List.of(
            text -> text + "; id=2",
            text -> text + "; id=2-3",
            text -> text.replaceFirst("id=", "id:"),
            text -> text.replaceFirst("id=", "ID="),
            text -> text.replaceFirst("id=", "id = "),
            text -> text.replaceFirst("id=.*", "id="),
            text -> text.replaceFirst("id=.*", "id=2026-11-01"),
            text -> text.replaceFirst("id=.*", "id=20261101T120000Z20261101T120000Z20"),
            text -> text.replaceFirst("id=.*", "id=20261123T120000"),
            text -> text.replaceFirst("id=(.*)", "id=\"$1\""));

    private static final List<UnaryOperator<String>> OF_TLS_RPT = List.of(
            text -> text + ",mailto:b@example.net",
            text -> text + ", mailto:b@example.net",
            text -> text + ";mailto:b@example.net",
            text -> text + "; rua=mailto:b@example.net",
            text -> text + ",",
            text -> text + "!10m",
            text -> text + ".",
            text -> text + "," + text.substring(text.indexOf('=', 3) + 1),
            text -> text.replaceFirst("rua=mailto:", "rua="),
            text -> text.replaceFirst("rua=mailto:", "rua=mailto="),
            text -> text.replaceFirst("rua=mailto:", "ruf=mailto:"),
            text -> text.replaceFirst("rua=mailto:", "rua: mailto:"),
            text -> text.replaceFirst("rua=mailto:", "RUA=mailto:"),
            text -> text.replaceFirst("rua=mailto:", "rua=ftp:"),
            text -> text.replaceFirst("rua=mailto:", "rua=http://"),
            text -> text.replaceFirst("rua=mailto:(.*)", "rua=<mailto:$1>"),
            text -> text.replaceFirst("rua=mailto:(.*)", "rua=mailto:<$1>"),
            text -> text.replaceFirst("rua=.*", "rua="),
            text -> text.replaceFirst("rua=.*", "rua=mailto:"),
            text -> text.replaceFirst("rua=.*", "rua=https://example.org/%zz"),
            text -> text.replaceFirst("rua=.*", "rua=https://example.org/v1/r"));

    static final List<UnaryOperator<String>> RECORD = all(OF_RECORD);
    static final List<UnaryOperator<String>> TLS_RPT = all(OF_TLS_RPT);

    private TxtFaults() {}

    private static List<UnaryOperator<String>> all(List<UnaryOperator<String>> own) {
        return Stream.concat(BOTH.stream(), own.stream()).toList();
    }
}
