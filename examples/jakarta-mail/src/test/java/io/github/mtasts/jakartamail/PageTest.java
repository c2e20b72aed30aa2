package io.github.mtasts.jakartamail;

import static io.github.mtasts.jakartamail.MailWorld.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.dns.DnsjavaResolver;
import io.github.mtasts.http.OkHttpPolicyFetcher;
import io.github.mtasts.jakartamail.demo.MxServer;
import io.github.mtasts.sender.MtaStsSender;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The code on docs/jakarta-mail.md is code of this class. */
class PageTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "jakarta-mail.md");
    private static final Path HERE = Path.of("src/test/java/io/github/mtasts/jakartamail/PageTest.java");
    private static final Pattern SNIPPET = Pattern.compile("~~~java\n(.*?)~~~\n", Pattern.DOTALL);

    private final MailWorld world = new MailWorld();

    @AfterEach
    void close() throws IOException {
        world.close();
    }

    static Stream<String> snippets() throws IOException {
        return SNIPPET.matcher(Files.readString(PAGE)).results().map((MatchResult found) -> found.group(1));
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void aSnippetOfThePageIsCodeThatCompiles(String snippet) throws IOException {
        assertThat(Files.readString(HERE).replaceAll("\\s+", " ")).contains(snippet.replaceAll("\\s+", " "));
    }

    @Test
    void aClientIsMadeOfASenderAndADns() {
        var dns = DnsjavaResolver.system();
        var sender = MtaStsSender.builder()
                .resolver(dns)
                .policyFetcher(OkHttpPolicyFetcher.using(dns))
                .build();
        var client = new SmtpClient(sender, dns, SmtpSettings.of("mta.example.net"));

        assertThat(client).isNotNull();
        sender.close();
        dns.close();
    }

    @Test
    void whatIsDeliveredLeavesTheQueue() {
        MxServer mx = world.serverWithoutTls("example.org", 10, "mx1.example.org");
        SeenQueue queue = new SeenQueue();

        deliver(world.client(), queue, message());

        assertThat(queue.seen).containsExactly("removed");
        assertThat(mx.messages()).hasSize(1);
    }

    @Test
    void whatIsRefusedStaysInTheQueueUntilItIsGivenUp() {
        world.policy("example.org", "1", "enforce", "mx1.example.org");
        world.serverWithoutTls("example.org", 10, "mx1.example.org");
        SmtpClient client = world.client();
        SeenQueue queue = new SeenQueue();

        deliver(client, queue, message());
        giveUp(client, queue, message());

        assertThat(queue.seen)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("kept: ").contains("starttls-not-supported"),
                        last -> assertThat(last).startsWith("bounced: ").contains("starttls-not-supported"));
    }

    private static void deliver(SmtpClient client, Queue queue, MimeMessage message) {
        DeliveryOutcome outcome = client.deliver("alice@example.net", "bob@example.org", message);
        switch (outcome.status()) {
            case DELIVERED -> queue.remove(message);
            case TRANSIENT -> queue.keep(message, outcome.toString()); // names each host and its reason
            case PERMANENT -> queue.bounce(message, outcome.toString());
        }
    }

    private static void giveUp(SmtpClient client, Queue queue, MimeMessage message) {
        DeliveryOutcome last = client.deliverOrGiveUp("alice@example.net", "bob@example.org", message);
        if (last.status() == DeliveryStatus.PERMANENT) {
            queue.bounce(message, last.toString());
        }
    }

    /** The queue of a mail server. */
    private interface Queue {
        void remove(MimeMessage message);

        void keep(MimeMessage message, String why);

        void bounce(MimeMessage message, String why);
    }

    private static final class SeenQueue implements Queue {

        private final List<String> seen = new ArrayList<>();

        @Override
        public void remove(MimeMessage message) {
            seen.add("removed");
        }

        @Override
        public void keep(MimeMessage message, String why) {
            seen.add("kept: " + why);
        }

        @Override
        public void bounce(MimeMessage message, String why) {
            seen.add("bounced: " + why);
        }
    }
}
