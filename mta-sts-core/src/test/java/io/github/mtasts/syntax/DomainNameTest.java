package io.github.mtasts.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {

    @Test
    void namesAllThatMtaStsPutsBelowIt() {
        var domain = new DomainName("example.org");

        assertThat(domain.recordName()).isEqualTo("_mta-sts.example.org");
        assertThat(domain.tlsRptName()).isEqualTo("_smtp._tls.example.org");
        assertThat(domain.policyHost()).isEqualTo("mta-sts.example.org");
        assertThat(domain.policyUrl()).isEqualTo("https://mta-sts.example.org/.well-known/mta-sts.txt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "example.org.",
                "Example.org",
                "a..org",
                "b\u00FCcher.example",
                "_mta-sts.example.org",
                "*.example.org",
                "192.0.2.1",
                "1",
                "example.org\n"
            })
    void refusesAllButTheCanonicalForm(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new DomainName(text));
    }

    @Test
    void aLongTextIsRefusedWithoutBeingRepeated() {
        var parsed = DomainName.parse("a".repeat(1 << 20));

        assertThat(parsed.value()).isEmpty();
        assertThat(parsed.issues())
                .singleElement()
                .satisfies(issue -> assertThat(issue.message()).hasSizeLessThan(400));
    }

    @Test
    void aLongRunOfCombiningMarksIsRefused() {
        assertThat(DomainName.parse("a" + "\u0300\u0316".repeat(1 << 19)).value())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD800.example", "a\uDFFFb", "\uD83D.\uDCE7"})
    void anUnpairedSurrogateIsNotAName(String text) {
        assertThat(DomainName.parse(text).value()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "stra\u00DFe.example, strasse.example, xn--strae-oqa.example",
        "fa\u00DFb\u00E4r.example, xn--fassbr-fua.example, xn--fabr-wna5a.example",
        "\u03B2\u03CC\u03BB\u03BF\u03C2.example, xn--nxasmq6b.example, xn--nxasmm1c.example"
    })
    void bothNamesOfAnAmbiguousDomainAreGiven(String domain, String idna2003, String idna2008) {
        var issue = DomainName.parse(domain).issues().get(0);

        assertThat(issue.message()).contains(idna2003, idna2008);
        assertThat(issue.remedy()).contains(idna2003, idna2008);
    }

    @Test
    void aSymbolHasNoNameInIdna2008() {
        var issue = DomainName.parse("\u2603.example").issues().get(0);

        assertThat(issue.message()).contains("xn--n3h.example", "IDNA2008 allows no such name");
        assertThat(issue.remedy()).contains("xn--n3h.example");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exam\u200Bple.org | U+200B (ZERO WIDTH SPACE), which does not show",
                "exam\u00ADple.org | U+00AD (SOFT HYPHEN), which does not show",
                "exam\u202Eple.org | U+202E (RIGHT-TO-LEFT OVERRIDE), which does not show",
                "ban\u212A.example | U+212A (KELVIN SIGN), which is read as K",
                "\uFF45xample.org | U+FF45 (FULLWIDTH LATIN SMALL LETTER E), which is read as e",
                "ex\u0430mple.org | letters of several scripts in one label",
            })
    void aNameThatIsNotWhatItSeemsGetsASentence(String name, String sentence) {
        assertThat(DomainName.parse(name).issues())
                .anyMatch(issue ->
                        issue.message().endsWith(" The name is not what it seems: it contains " + sentence + "."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"b\u00FCcher.example", "\u4F8B\u3048.example", "example.org", "\u043F\u0440.example", "a b.org"})
    void aNameOfOneScriptIsWhatItSeems(String name) {
        assertThat(DomainName.parse(name).issues())
                .noneMatch(issue -> issue.message().contains("not what it seems"));
    }

    @Test
    void onlyLettersOfAsciiHaveTwoSpellings() {
        assertThat(DomainName.canonical("Example.ORG.")).isEqualTo("example.org");
        assertThat(DomainName.canonical("ban\u212A.example")).isEqualTo("ban\u212A.example");
        assertThat(DomainName.canonical("B\u00DCcher.example")).isEqualTo("b\u00DCcher.example");
    }

    @ParameterizedTest
    @CsvSource({
        "example.org:25, it has a port; give the name alone",
        "*.example.org, it is a wildcard; give one domain",
        "_mta-sts.example.org, it is the name of a record; give the domain to which the record belongs",
        "_smtp._tls.example.org, it is the name of a record; give the domain to which the record belongs"
    })
    void whatPeoplePasteInPlaceOfADomainIsNamed(String pasted, String why) {
        assertThat(DomainName.parse(pasted).issues())
                .singleElement()
                .satisfies(issue -> assertThat(issue.message()).endsWith(" is not a domain name: " + why + "."));
    }
}
