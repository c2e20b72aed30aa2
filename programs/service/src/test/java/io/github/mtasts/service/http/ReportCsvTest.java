package io.github.mtasts.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What stands in the row of a report. */
class ReportCsvTest {

    private final Map<String, @Nullable Object> report = absent();

    @Test
    void aHealthyDomainHasItsFigures() {
        report.put("verdict", "ENFORCED");
        report.put("mode", "enforce");
        report.put("policy", Map.of("valid", true, "max_age", 604_800L));
        report.put("dns_record", Map.of("id", "20261130T000000"));
        report.put("certificate", Map.of("not_after", "2027-01-01T00:00:00Z"));
        report.put("mx", List.of(Map.of("covered_by", "*.example.org"), Collections.singletonMap("covered_by", null)));
        report.put("tls_rpt", Map.of("rua", List.of("mailto:a@example.org", "https://example.org/")));
        report.put("recommendations", List.of(Map.of("code", "RAISE_MAX_AGE"), Map.of("code", "UPDATE_ORDER")));

        assertThat(cells())
                .containsEntry("input", "EXAMPLE.org.")
                .containsEntry("domain", "example.org")
                .containsEntry("verdict", "ENFORCED")
                .containsEntry("checked_at", "2026-11-30T21:00:00Z")
                .containsEntry("mode", "enforce")
                .containsEntry("max_age", "604800")
                .containsEntry("id", "20261130T000000")
                .containsEntry("certificate_not_after", "2027-01-01T00:00:00Z")
                .containsEntry("mx_covered", "1")
                .containsEntry("mx_hosts", "2")
                .containsEntry("tls_rpt", "mailto:a@example.org, https://example.org/")
                .containsEntry("errors", "0")
                .containsEntry("first_error", "")
                .containsEntry("advice", "RAISE_MAX_AGE UPDATE_ORDER");
    }

    @Test
    void whatADomainDoesNotHaveIsEmpty() {
        assertThat(ReportCsv.row("example.org", report))
                .isEqualTo("example.org,example.org,ABSENT,2026-11-30T21:00:00Z,,,,,,0,,0,0,,,\r\n");
    }

    @Test
    void hostsThatTheReportDoesNotListAreCountedAndNotJudged() {
        report.put("policy", Map.of("valid", true));
        report.put("mx", Collections.nCopies(100, Map.of("covered_by", "*.example.org")));
        report.put("left_out", Map.of("mx", 7));

        assertThat(cells()).containsEntry("mx_covered", "").containsEntry("mx_hosts", "107");
    }

    @Test
    void theFirstErrorIsNotTheEchoOfAnother() {
        report.put("issues", List.of(issue("RECORD_WITHOUT_POLICY"), issue("FETCH_CERT_EXPIRED")));

        assertThat(cells())
                .containsEntry("errors", "2")
                .containsEntry("first_error", "FETCH_CERT_EXPIRED")
                .containsEntry("first_error_message", "about FETCH_CERT_EXPIRED");
    }

    @Test
    void anErrorThatStandsAloneIsTheFirst() {
        report.put("issues", List.of(issue("RECORD_WITHOUT_POLICY")));

        assertThat(cells()).containsEntry("first_error", "RECORD_WITHOUT_POLICY");
    }

    @Test
    void wordsOfStrangersAreEscapedAndBounded() {
        report.put("dns_record", Map.of("id", "a\u202Eb\r" + "x".repeat(1000)));
        report.put("tls_rpt", Map.of("rua", Collections.nCopies(12, "\tmailto:a@example.org")));

        assertThat(cells().get("id"))
                .startsWith("a\\u{202E}b\\rxxx")
                .endsWith("…")
                .hasSizeLessThan(210);
        assertThat(cells().get("tls_rpt"))
                .startsWith("\\tmailto:a@example.org, ")
                .endsWith("and 2 more");
    }

    @Test
    void theEntryThatARowAnswersIsWhole() {
        assertThat(ReportCsv.row("x".repeat(1000) + "\u200B", report)).startsWith("x".repeat(1000) + "\\u{200B},");
    }

    @Test
    void theDocumentHasTheColumnsInTheirOrder() throws IOException {
        String table = Files.readString(Path.of("../../docs/service.md")).split("\\| column \\| content \\|", 2)[1];

        assertThat(table.split("\n\n", 2)[0]
                        .lines()
                        .map(line -> line.split("\\|", -1))
                        .filter(cells -> cells.length > 1)
                        .flatMap(cells ->
                                Pattern.compile("`(\\w+)`").matcher(cells[1]).results())
                        .map(name -> name.group(1)))
                .containsExactlyElementsOf(read(ReportCsv.HEADER));
    }

    private Map<String, String> cells() {
        List<String> cells = read(ReportCsv.row("EXAMPLE.org.", report));
        List<String> names = read(ReportCsv.HEADER);
        assertThat(cells).hasSameSizeAs(names);
        Map<String, String> row = new LinkedHashMap<>();
        names.forEach(name -> row.put(name, cells.get(names.indexOf(name))));
        return row;
    }

    /** The cells of one line, as RFC 4180 has them. */
    private static List<String> read(String line) {
        List<String> cells = new ArrayList<>();
        String[] parts = line.replace("\r\n", "").split("\"", -1);
        StringBuilder cell = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            if (i % 2 == 1) {
                cell.append(parts[i]);
                continue;
            }
            String[] between = parts[i].split(",", -1);
            cell.append(between[0]);
            Arrays.stream(between).skip(1).forEach(next -> {
                cells.add(cell.toString());
                cell.setLength(0);
                cell.append(next);
            });
        }
        cells.add(cell.toString());
        return cells;
    }

    private static Map<String, Object> issue(String code) {
        return Map.of("code", code, "severity", "ERROR", "message", "about " + code);
    }

    private static Map<String, @Nullable Object> absent() {
        Map<String, @Nullable Object> map = new HashMap<>();
        map.put("domain", "example.org");
        map.put("verdict", "ABSENT");
        map.put("checked_at", "2026-11-30T21:00:00Z");
        List.of("issues", "recommendations", "mx").forEach(name -> map.put(name, List.of()));
        return map;
    }
}
