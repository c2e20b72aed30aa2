package io.github.mtasts.service.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.kit.Network;
import io.github.mtasts.kit.NetworkSettings;
import io.github.mtasts.testing.MtaStsWorld;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Domains that publish texts to deceive the reader of a report, or to take over the page. */
class HostileInBrowserTest extends BrowserTest {

    private static final String MARKUP = "<img src=x onerror=\"document.title='taken'\"><script>alert(1)</script>";
    private static final String OVERRIDE = "\u202E";
    private static final String ZERO_WIDTH = "\u200B";

    private static final MtaStsWorld WORLD = MtaStsWorld.start();
    private static final Network NETWORK = Network.forChecker(new NetworkSettings(
            Optional.of(WORLD.dns()),
            Duration.ofSeconds(20),
            InetAddress::isLoopbackAddress,
            List.of(WORLD.ca()),
            WORLD.httpsPort()));
    private static final PageServer SERVER = new PageServer();

    @BeforeAll
    static void answer() {
        SERVER.api(exchange -> PageServer.report(
                exchange,
                NETWORK.checker()
                        .check(String.valueOf(PageServer.parameter(exchange, "domain")))
                        .toMap()));
    }

    @AfterAll
    static void stop() {
        SERVER.close();
        NETWORK.close();
        WORLD.close();
    }

    @Test
    void markupIsShownAndNeverObeyed() {
        WORLD.domain("hostile.example")
                .record("v=STSv1; id=\"'><b>1</b>;")
                .policy("version: STSv1\r\nmode: enforce\r\nmx: " + MARKUP + "\r\nm" + OVERRIDE + "x: mail" + ZERO_WIDTH
                        + ".hostile.example\r\nmax_age: 604800\r\n\u05D0\u05D1\u05D2: 123\r\n")
                .mx("mail.hostile.example")
                .tlsRpt("v=TLSRPTv1; rua=javascript:alert(1)");
        browser.open(SERVER.url() + "/?domain=hostile.example");

        assertThat(browser.verdict("hostile.example")).isEqualTo("BROKEN");
        assertThat(browser.all("#result img, #result script, #result b")).isEmpty();
        assertThat(browser.all("#result a[href^='javascript']")).isEmpty();
        assertThat(browser.title()).startsWith("hostile.example: BROKEN");
        assertThat(browser.see("li[value='3'] code").getText()).isEqualTo("mx: " + MARKUP);
        assertThat(browser.see("li[value='4'] code").getText()).isEqualTo("m\\u{202E}x: mail\\u{200B}.hostile.example");
        assertThat(browser.run("return document.body.textContent"))
                .asString()
                .doesNotContain(OVERRIDE)
                .doesNotContain(ZERO_WIDTH);
        assertThat(browser.accessibilityProblems()).isEmpty();
        browser.see("summary").click();
        browser.picture("hostile-light");
        browser.narrow();
        assertThat((Long) browser.run("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(320L);
    }

    @Test
    void markedPlacesCountOctets() {
        WORLD.domain("octets.example")
                .record("v=STSv1; x=ü\uD83D\uDE00; id=a-b")
                .policy("version: STSv1\nmode: enforce\nmx: bücher.example\nmax_age: 604800\n")
                .mx("mail.octets.example");
        browser.open(SERVER.url() + "/?domain=octets.example");
        browser.verdict("octets.example");

        assertThat(browser.texts("#record mark")).containsExactly("ü\uD83D\uDE00", "a-b");
        assertThat(browser.texts("li[value='3'] mark")).containsExactly("bücher.example");
    }

    @Test
    void aTextThatIsNotUtf8HasOneOctetACharacter() {
        WORLD.domain("latin.example")
                .policy(
                        "version: STSv1\nmode: enforce\nx: \u00C3\u00BC \u00E9!\nmx: mail.latin.example\nmax_age: 604800\n"
                                .getBytes(StandardCharsets.ISO_8859_1))
                .mx("mail.latin.example");
        browser.open(SERVER.url() + "/?domain=latin.example");
        browser.verdict("latin.example");

        assertThat(browser.texts("mark")).containsExactly("\u00E9");
    }

    @Test
    void anInvisibleCharacterIsMarkedAsItsEscape() {
        WORLD.domain("unseen.example")
                .policy("\uFEFFversion: STSv1\nmode: enforce\n\nmx: mail.unseen.example\nmax_age: 604800\n")
                .mx("mail.unseen.example");
        browser.open(SERVER.url() + "/?domain=unseen.example");
        browser.verdict("unseen.example");

        assertThat(browser.texts("li[value='1'] mark")).containsExactly("\\u{FEFF}");
        assertThat(browser.texts("li[value='3'] mark")).containsExactly("\\n");
    }

    @Test
    void thousandsOfMxHostsFold() {
        String[] hosts = IntStream.range(0, 300)
                .mapToObj(i -> "mx" + i + ".many.example")
                .toArray(String[]::new);
        WORLD.domain("many.example")
                .record("v=STSv1; id=1")
                .policy("version: STSv1\nmode: enforce\nmx: *.many.example\nmax_age: 604800\n")
                .mx(hosts);
        browser.open(SERVER.url() + "/?domain=many.example");
        browser.verdict("many.example");
        assertThat(browser.all(".hosts > li")).hasSize(31);
        browser.see(".hosts .fold").click();

        assertThat(browser.all(".hosts > li")).hasSize(100);
        assertThat(browser.see("#mx").getText()).contains("200 more MX hosts left out of this report.");
        assertThat(browser.texts(".summary li:nth-child(4) .figure")).containsExactly("300 hosts");
        assertThat(browser.focused().getText()).contains("mx30.many.example");
    }

    @Test
    void aTextOfManyLinesAndALongLineAreCut() {
        WORLD.domain("long.example")
                .policy("version: STSv1\nmode: enforce\nmx: mail.long.example\nmax_age: 604800\n"
                        + "x: y\n".repeat(3000) + "bad\n" + "z".repeat(9000) + ": 1\n")
                .mx("mail.long.example");
        browser.open(SERVER.url() + "/?domain=long.example");
        browser.verdict("long.example");

        assertThat(browser.all(".listing > li").size()).isLessThan(150);
        assertThat(browser.texts(".left-out")).anyMatch(text -> text.endsWith("lines not shown"));
        assertThat(browser.texts(".fold")).anyMatch(text -> text.endsWith("characters not shown"));
        browser.narrow();
        assertThat((Long) browser.run("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(320L);
    }
}
