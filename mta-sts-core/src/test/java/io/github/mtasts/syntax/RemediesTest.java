package io.github.mtasts.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.Severity;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a code has several messages, each has the remedy that fits it. */
class RemediesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "' v=STSv1; id=a'      | Delete the white space at the start of the record.",
                "'\"v=STSv1; id=a\"'   | Enter the record without quotation marks: the DNS console adds those that the zone needs.",
                "v=STSv1\\; id=a\\;    | Enter the record without backslashes: the DNS console adds those that the zone needs.",
                "_mta-sts TXT \"v=STSv1; id=a\" | 'Enter only what is between the quotation marks; name, TTL, class and type have places of their own.'",
                "version: STSv1; mode: none | 'Publish the text of the record here; the policy belongs in the file at the policy URL.'",
                "v=STSv1, id=a         | 'Write a semicolon behind v=STSv1, not a comma.'",
                "v=STSv1 id=a          | Write a semicolon behind v=STSv1.",
                "v=STSv1; id=a;;       | Delete one of the semicolons.",
                "v=STSv1; id: a        | Write an equals sign in place of the colon.",
                "v=STSv1; id=a; foo=   | 'Write a value behind the equals sign, or delete the field.'",
                "v=STSv1; id=<YYYYMMDD> | 'Use letters and digits only, for example a date and time such as 20261123T120000.'",
                "'v=STSv1; id=\"a\"'   | Write id=a without the characters around it."
            })
    void ofMtaStsRecords(String text, String remedy) {
        assertThat(remedies(StsRecord.parse(text))).contains(remedy);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rua=mailto:a@example.com!10m                  | 'Delete \"!10m\".'",
                "rua=https://r.example.com/!/x                 | Write %21 for the exclamation mark.",
                "'rua=https://r.example.com/a,b'               | Write %2C for the comma.",
                "rua=https://r.example.com/a;b                 | Write %3B for the semicolon.",
                "rua=mailto:a@example.com?subject=x;y          | Write %3B for the semicolon.",
                "rua=mailto:a@example.com?subject=x,y          | Write %2C for the comma.",
                "rua=mailto:a@example;org                      | 'Separate addresses with commas, and write each of them whole.'",
                "rua=mailto:a@example.com;b                    | 'Separate addresses with commas, and write each of them whole.'",
                "rua=mailto:reports@exam ple.org               | Write this address: mailto:reports@example.org",
                "rua=mailto:a@example.com;mailto:b@example.com | Separate two addresses with a comma.",
                "rua=mailto:a@example.com; b@example.com       | Separate two addresses with a comma.",
                "rua=a@example.com                             | Write mailto: in front of the mail address.",
                "rua=mailto=a@example.com                      | Write this address: mailto:a@example.com",
                "rua=mailto:a@example.com.                     | Write this address: mailto:a@example.com",
                "rua=mailto:<a@example.com>                    | Write this address: mailto:a@example.com",
                "ruf=mailto:a@example.com                      | 'Write rua in place of \"ruf\".'",
                "rua = mailto:a@example.com                    | Delete the white space around the equals sign.",
                "rua=mailto:\u200Btls@example.com               | 'Delete the invisible character, or retype the record in plain ASCII.'",
                "rua=\u201Cmailto:tls@example.com\u201D          | Delete the quotation mark.",
                "rua=mailto:tls\u2013reports@example.com        | Write a plain hyphen in place of the dash.",
                "rua=mailto:tls@m\u00FCnchen.example            | 'Write rua=mailto:tls@xn--mnchen-3ya.example'",
                "rua=mailto:tls\u00A0reports@example.com        | Retype the record in plain ASCII.",
                "rua=mailto:tls reports@example.com             | 'Write mailto: and a mail address, or https:// and a host.'",
                "rua=tls reports@example.com                    | 'Write mailto: and a mail address, or https:// and a host.'",
                "rua=https:///x                                | Write https:// and the name of a host."
            })
    void ofTlsRptRecords(String fields, String remedy) {
        assertThat(remedies(TlsRptRecord.parse("v=TLSRPTv1; " + fields))).containsExactly(remedy);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "# a comment           | Delete the line.",
                "max_age=604800        | Write a colon in place of the equals sign.",
                "max_age = 604800      | Write a colon in place of the equals sign.",
                "```                   | Delete the line.",
                "max_age 604800        | 'Write a colon behind the key, or delete the line.'",
                "' max_age: 604800'    | Delete the white space at the start of the line.",
                "max_age : 604800      | Delete the white space before the colon.",
                "- max_age: 604800     | 'Write the key as max_age, without other characters.'",
                "Max_Age: 604800       | Write it in lower case: max_age.",
                "max-age: 604800       | 'Write max_age in place of \"max-age\".'",
                "max_age: 604800s      | Write max_age: 604800",
                "1. max_age: 604800    | 'Write the key as max_age, without other characters.'",
                "  - mx.example.com     | Write mx: mx.example.com",
                "- see below           | Delete the line.",
                "mx: .example.com      | Write mx: *.example.com",
                "mx: mail.example.com; | Write mx: mail.example.com"
            })
    void ofPolicies(String line, String remedy) {
        assertThat(remedies(StsPolicy.parse("version: STSv1\nmode: none\n" + line + "\n")))
                .contains(remedy);
    }

    private static Stream<String> remedies(Parsed<?> parsed) {
        return parsed.issues().stream()
                .filter(issue -> issue.severity() != Severity.INFO)
                .map(Issue::remedy);
    }
}
