package io.github.mtasts.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells that stay what they are in every spreadsheet. */
class CsvLineTest {

    @Test
    void cellsHaveCommasBetweenAndTheLineEndsInCrlf() {
        assertThat(CsvLine.of(List.of("a", "", "2"))).isEqualTo("a,,2\r\n");
    }

    @Test
    void whatSeparatesCellsIsQuoted() {
        assertThat(CsvLine.of(List.of("a,b", "a;b", "say \"a\""))).isEqualTo("\"a,b\",\"a;b\",\"say \"\"a\"\"\"\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "=1+1 | '=1+1",
                "+1 | '+1",
                "-1 | '-1",
                "@SUM(A1) | '@SUM(A1)",
                "\uFF1D1 | '\uFF1D1",
                "` =1` | ` '=1`",
                "a;=1 | \"a;'=1\"",
                "a, =1 | \"a, '=1\"",
                "`\"=1` | `\"\"\"'=1\"`",
            })
    void aFormulaIsText(String cell, String line) {
        assertThat(CsvLine.of(List.of(cell))).isEqualTo(line + "\r\n");
    }

    @ParameterizedTest
    @CsvSource({"a=b", "mail-1.example.org", "mailto:a@example.org", "2026-11-30T21:00:00Z", "a + b"})
    void aSignInsideATextIsNotAFormula(String cell) {
        assertThat(CsvLine.of(List.of(cell))).isEqualTo(cell + "\r\n");
    }
}
