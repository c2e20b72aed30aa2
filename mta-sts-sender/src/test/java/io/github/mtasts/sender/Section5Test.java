package io.github.mtasts.sender;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.TxtRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** RFC 8461, section 5, as the table {@code section5.table} has it. */
class Section5Test {

    /** When the refresh of a policy with {@link #MAX_AGE} is due, and it has not expired. */
    private static final Duration REFRESH = Duration.ofDays(1);

    private static final Duration MAX_AGE = Duration.ofDays(7);
    private static final List<String> FETCHES = List.of("ok", "changed", "failed", "invalid");

    record Row(
            String ask,
            String record,
            String cache,
            String fetch,
            String mode,
            String answer,
            String then,
            String calls,
            String kept,
            String rule) {

        @Override
        public String toString() {
            return ask + " record=" + record + " cache=" + cache + " fetch=" + fetch + " mode=" + mode + " (" + rule
                    + ")";
        }
    }

    static Stream<Row> rows() throws IOException {
        try (InputStream file = Section5Test.class.getResourceAsStream("section5.table")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.startsWith("#")).flatMap(Section5Test::rows).toList().stream();
        }
    }

    private static Stream<Row> rows(String line) {
        List<String> cell =
                Arrays.stream(line.split("\\|", 7)).map(String::strip).toList();
        String[] state = cell.get(1).split(" +", 3);
        List<String> fetches = state[2].equals("*") ? FETCHES : List.of(state[2]);
        return Stream.of("enforce", "testing", "none")
                .flatMap(mode -> kinds(state[0])
                        .flatMap(record -> fetches.stream()
                                .flatMap(Section5Test::kinds)
                                .map(fetch -> new Row(
                                        cell.get(0),
                                        record,
                                        state[1],
                                        fetch,
                                        mode,
                                        cell.get(2),
                                        cell.get(3),
                                        cell.get(4),
                                        cell.get(5),
                                        cell.get(6)))));
    }

    /** A network or a name server of the sender's own that is down is a failure like any other. */
    private static Stream<String> kinds(String state) {
        return state.equals("failed") ? Stream.of("failed", "unreachable") : Stream.of(state);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void eachRowOfTheTableHolds(Row row) {
        String old = Domain.text(row.mode(), "old.example.org", MAX_AGE.toSeconds());
        String changed = Domain.text(row.mode(), "new.example.org", MAX_AGE.toSeconds());
        Domain domain = new Domain();
        try (MtaStsSender sender = domain.sender()) {
            if (!row.cache().equals("none")) {
                domain.record("a").policy(old);
                sender.policyFor(Domain.NAME).join();
                domain.clock.pass(row.cache().equals("expired") ? MAX_AGE : Duration.ofHours(1));
            }
            publish(domain, row, old, changed);
            domain.lookups.set(0);
            domain.fetches.set(0);

            String answer = ask(row, domain, sender);
            String then = summary(sender.policyFor(Domain.NAME).join());

            assertThat(answer).as("answer").isEqualTo(row.answer());
            assertThat(then).as("then").isEqualTo(row.then());
            assertThat(domain.lookups + "+" + domain.fetches).as("calls").isEqualTo(row.calls());
            assertThat(domain.stored()
                            .map(text -> text.equals(old) ? "OLD" : "NEW")
                            .orElse("-"))
                    .as("kept")
                    .isEqualTo(row.kept());
        }
    }

    private static void publish(Domain domain, Row row, String old, String changed) {
        switch (row.record()) {
            case "same" -> domain.record("a");
            case "new" -> domain.record("b");
            case "missing" -> domain.record(LookupStatus.NO_SUCH_NAME);
            case "failed" -> domain.record(LookupStatus.SERVER_FAILURE);
            case "unreachable" -> domain.record(LookupStatus.RESOLVER_UNREACHABLE);
            case "several" ->
                domain.record(Lookup.found(List.of(TxtRecord.of("v=STSv1; id=a"), TxtRecord.of("v=STSv1; id=b"))));
            default -> throw new IllegalArgumentException(row.record());
        }
        switch (row.fetch()) {
            case "ok" -> domain.policy(old);
            case "changed" -> domain.policy(changed);
            case "failed" -> domain.policy(FetchStatus.CONNECT_FAILED);
            case "unreachable" -> domain.policy(FetchStatus.NETWORK_UNREACHABLE);
            case "invalid" -> domain.policy("no policy");
            default -> throw new IllegalArgumentException(row.fetch());
        }
    }

    private static String ask(Row row, Domain domain, MtaStsSender sender) {
        return switch (row.ask()) {
            case "decide" -> summary(sender.policyFor(Domain.NAME).join());
            case "recheck" -> summary(sender.recheck(Domain.NAME).join());
            case "refresh" -> {
                if (row.cache().equals("fresh")) {
                    domain.clock.pass(REFRESH);
                }
                domain.alarm.pass(Schedule.SWEEP);
                yield "-";
            }
            default -> throw new IllegalArgumentException(row.ask());
        };
    }

    private static String summary(PolicyDecision decision) {
        String policy = decision.policy()
                .map(each -> each.mx().get(0).text().startsWith("old") ? "OLD" : "NEW")
                .orElse("-");
        return decision.reason() + " " + policy;
    }
}
