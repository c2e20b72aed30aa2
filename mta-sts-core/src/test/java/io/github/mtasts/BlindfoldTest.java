package io.github.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mtasts.issue.Issue;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.issue.Subject;
import io.github.mtasts.spi.PublicSuffixes;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.Parsed;
import io.github.mtasts.syntax.PolicyMode;
import io.github.mtasts.syntax.StsPolicy;
import io.github.mtasts.syntax.StsRecord;
import io.github.mtasts.syntax.TlsRptRecord;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Who carries out what a report advises, word for word, and looks again: whatever the evidence, the domain is better than
 * before, and never worse. {@code -Dadvice.tries=100000} looks at more.
 */
class BlindfoldTest {

    private static final int TRIES = Integer.getInteger("advice.tries", 4_000);
    private static final int FIRST = Integer.getInteger("advice.first", 0);

    private enum Promise {
        CLEAN,
        ONCE_IS_ENOUGH,
        THE_MODE_STAYS,
        ENFORCE_IS_EARNED,
        A_NEW_TEXT_MEANS_A_NEW_ID,
        NOTHING_IS_TAKEN_AWAY,
        A_SLIP_IS_NEVER_PUBLISHED,
        WHO_SAW_NOTHING_PUBLISHES_NOTHING,
        NEVER_WORSE
    }

    /** Each kind of broken promise with its first example. */
    private final Map<String, String> broken = new TreeMap<>();

    private final Map<Advice, Integer> given = new EnumMap<>(Advice.class);

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void adviceCanBeFollowedBlindfold() {
        for (long seed = FIRST; seed < FIRST + TRIES; seed++) {
            Evidence before = RandomEvidence.of(seed);
            MtaStsReport report = HealthyDomain.judge(before);
            report.recommendations().forEach(advice -> given.merge(advice.code(), 1, Integer::sum));
            Evidence after = Publication.of(before, report.recommendations());
            new Look(seed, before, report, HealthyDomain.judge(after)).check();
        }

        assertThat(given.keySet()).containsExactlyInAnyOrder(Advice.values());
        assertThat(broken.keySet()).as(String.join("\n", broken.values())).isEmpty();
    }

    /** One domain before and after. */
    private final class Look {

        private final long seed;
        private final Evidence before;
        private final MtaStsReport report;
        private final MtaStsReport second;
        private final List<Recommendation> texts;
        private final DomainName domain;

        Look(long seed, Evidence before, MtaStsReport report, MtaStsReport second) {
            this.seed = seed;
            this.before = before;
            this.report = report;
            this.second = second;
            this.texts = texts(report);
            this.domain = DomainName.parse(before.domain()).value().orElseThrow();
        }

        void check() {
            clean();
            once();
            mode();
            enforce();
            id();
            nothingTaken();
            slips();
            unseen();
            better();
        }

        private void clean() {
            texts.forEach(advice -> {
                boolean last = texts.stream()
                        .filter(other -> other.where().equals(advice.where()))
                        .reduce((a, b) -> b)
                        .filter(advice::equals)
                        .isPresent();
                for (Issue issue : issues(advice)) {
                    boolean isFact = issue.code() == IssueCode.POLICY_MX_BROAD;
                    boolean isNext = !last && MaxAges.TOO_LOW.contains(issue.code());
                    promise(
                            Promise.CLEAN,
                            issue.severity() == Severity.INFO || isFact || isNext,
                            advice.code() + " leaves " + issue.code());
                }
            });
        }

        private List<Issue> issues(Recommendation advice) {
            String text = advice.publish().orElseThrow();
            if (isPolicy(advice)) {
                return new PolicyRules(
                                StsPolicy.parse(text),
                                Optional.of(domain.text()),
                                Thresholds.recommended(),
                                PublicSuffixes.ofOneLabel())
                        .judge();
            }
            return isRecord(advice)
                    ? StsRecord.parse(text).issues()
                    : TlsRptRecord.parse(text).issues();
        }

        private void once() {
            Set<String> places =
                    texts.stream().map(advice -> advice.where().orElseThrow()).collect(Collectors.toSet());
            boolean moves = has(second, Advice.MOVE_TO_ENFORCE);
            for (Recommendation next : texts(second)) {
                boolean allowed =
                        moves && (next.code() == Advice.MOVE_TO_ENFORCE || next.code() == Advice.UPDATE_ORDER);
                promise(
                        Promise.ONCE_IS_ENOUGH,
                        allowed || !places.contains(next.where().orElseThrow()),
                        next.code() + " after " + codes(report));
            }
        }

        private void mode() {
            Optional<PolicyMode> published = texts.stream()
                    .filter(this::isPolicy)
                    .reduce((a, b) -> b)
                    .flatMap(advice ->
                            StsPolicy.parse(advice.publish().orElseThrow()).value())
                    .map(StsPolicy::mode);
            Optional<PolicyMode> given = report.mode().filter(mode -> !has(report, Advice.PUBLISH_POLICY));
            if (published.isPresent() && given.isPresent()) {
                boolean moves = has(report, Advice.MOVE_TO_ENFORCE);
                boolean known = report.mx().stream()
                        .anyMatch(host -> host.preference().isPresent() && Exchanges.isSound(host.host(), domain));
                boolean falls = !known && !isNullMx() && published.get() == PolicyMode.TESTING;
                boolean retires = isNullMx() && published.get() == PolicyMode.NONE;
                promise(
                        Promise.THE_MODE_STAYS,
                        falls || retires || published.get() == (moves ? PolicyMode.ENFORCE : given.get()),
                        given.get() + " becomes " + published.get());
            }
        }

        private boolean isNullMx() {
            return report.issues().stream().anyMatch(issue -> issue.code() == IssueCode.MX_NULL);
        }

        private void enforce() {
            texts.stream()
                    .filter(advice -> advice.code() == Advice.MOVE_TO_ENFORCE)
                    .forEach(advice -> {
                        MtaStsReport moved = HealthyDomain.judge(Publication.of(before, List.of(advice)));
                        boolean faultless =
                                moved.issues().stream().allMatch(issue -> issue.severity() == Severity.INFO);
                        promise(
                                Promise.ENFORCE_IS_EARNED,
                                moved.verdict() == Verdict.ENFORCED && faultless && report.verdict() == Verdict.TESTING,
                                moved.verdict() + " " + moved.issues());
                    });
        }

        private void id() {
            boolean isNew = before.mtaStsTxt().records().stream()
                    .anyMatch(record -> record.octets().latin1().contains(FreshId.of(before.checkedAt())));
            boolean comesBack = has(report, Advice.PUBLISH_POLICY) && !isNew;
            boolean changes = comesBack || texts.stream().anyMatch(this::isPolicy);
            if (changes && report.record().isPresent()) {
                Optional<StsRecord> next = texts.stream()
                        .filter(advice -> advice.code() == Advice.UPDATE_ORDER)
                        .flatMap(advice -> StsRecord.parse(advice.publish().orElseThrow()).value().stream())
                        .findFirst();
                boolean fresh = next.isPresent()
                        && before.mtaStsTxt().records().stream()
                                .noneMatch(record -> record.octets()
                                        .latin1()
                                        .contains("id=" + next.get().id()));
                boolean kept = next.isPresent()
                        && report.record().flatMap(Parsed::value).stream()
                                .allMatch(record -> extensions(record).equals(extensions(next.get())));
                promise(Promise.A_NEW_TEXT_MEANS_A_NEW_ID, fresh && kept, codes(report));
            }
        }

        /** An id in capital letters is a slip, and goes. */
        private Map<String, String> extensions(StsRecord record) {
            Map<String, String> extensions = new TreeMap<>(record.extensions());
            extensions.keySet().removeIf("id"::equalsIgnoreCase);
            return extensions;
        }

        private void nothingTaken() {
            if (has(report, Advice.REMOVE_MX_PATTERNS)) {
                promise(
                        Promise.NOTHING_IS_TAKEN_AWAY,
                        !report.mx().isEmpty()
                                && report.mx().stream()
                                        .allMatch(host ->
                                                host.coveredBy().isPresent() && Exchanges.isSound(host.host(), domain)),
                        report.mx().toString());
            }
        }

        private void slips() {
            for (MxCoverage host : report.mx()) {
                if (!Exchanges.isSound(host.host(), domain)) {
                    List<Advice> first = report.recommendations().stream()
                            .map(Recommendation::code)
                            .filter(code -> code != Advice.CHECK_AGAIN)
                            .limit(1)
                            .toList();
                    String name = DomainName.canonical(host.host());
                    promise(
                            Promise.A_SLIP_IS_NEVER_PUBLISHED,
                            first.equals(List.of(Advice.FIX_MX_RECORD))
                                    && texts.stream()
                                            .noneMatch(advice -> advice.publish()
                                                    .orElseThrow()
                                                    .contains("mx: " + name + "\r\n")),
                            name + " " + codes(report));
                }
            }
        }

        private void better() {
            boolean retires = isNullMx() && second.verdict() == Verdict.NONE;
            boolean good = report.verdict() != Verdict.ENFORCED || retires || second.verdict() == Verdict.ENFORCED;
            boolean tested = report.verdict() != Verdict.TESTING
                    || retires
                    || second.verdict() == Verdict.TESTING
                    || second.verdict() == Verdict.ENFORCED;
            boolean none = report.verdict() != Verdict.NONE || second.verdict() == Verdict.NONE;
            promise(
                    Promise.NEVER_WORSE,
                    good && tested && none && errors(second) <= errors(report),
                    report.verdict() + " to " + second.verdict() + " by " + codes(report));
        }

        private void unseen() {
            if (report.verdict() == Verdict.UNDETERMINED) {
                promise(
                        Promise.WHO_SAW_NOTHING_PUBLISHES_NOTHING,
                        texts.isEmpty() && codes(report).startsWith("[CHECK_AGAIN"),
                        codes(report));
            }
        }

        private boolean isPolicy(Recommendation advice) {
            return advice.where().orElseThrow().equals(domain.policyUrl());
        }

        private boolean isRecord(Recommendation advice) {
            return advice.where()
                    .orElseThrow()
                    .equals(TxtPlace.ofRecord(domain, before).where());
        }

        /** One example of each kind is enough to read. */
        private void promise(Promise promise, boolean kept, String kind) {
            if (!kept) {
                broken.putIfAbsent(
                        promise + ": " + kind, promise + ": " + kind + ", seed " + seed + ": " + before.toMap());
            }
        }
    }

    private static List<Recommendation> texts(MtaStsReport report) {
        return report.recommendations().stream()
                .filter(advice -> advice.publish().isPresent())
                .toList();
    }

    private static boolean has(MtaStsReport report, Advice advice) {
        return report.recommendations().stream().anyMatch(each -> each.code() == advice);
    }

    /** An invalid policy hides that it does not cover a host. */
    private static long errors(MtaStsReport report) {
        return report.issues().stream()
                .filter(issue ->
                        issue.severity() == Severity.ERROR && issue.code().family() != Subject.MX)
                .count();
    }

    private static String codes(MtaStsReport report) {
        return report.recommendations().stream()
                .map(Recommendation::code)
                .toList()
                .toString();
    }
}
