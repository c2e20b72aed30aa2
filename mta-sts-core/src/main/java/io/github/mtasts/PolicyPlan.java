package io.github.mtasts;

import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.syntax.MxPattern;
import io.github.mtasts.syntax.Parsed;
import io.github.mtasts.syntax.PolicyMode;
import io.github.mtasts.syntax.Repair;
import io.github.mtasts.syntax.StsPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** From the policy that is served to the one that should be, one piece of advice a step; each text builds on the one before. */
final class PolicyPlan {

    private static final String REPAIRED = "Publish the repaired policy.";
    private static final String COVERED = "Publish the repaired policy only when it covers every MX host: senders that"
            + " enforce it deliver to no other.";

    private static final String BY_HAND = "Correct the policy, and write one mx line for each MX host of the domain:"
            + " which these are is unknown here. With the MX records in sight, the next check gives the whole text.";

    private final Parsed<StsPolicy> served;
    private final Optional<String> where;
    private final MaxAges maxAges;
    private final List<Recommendation> steps = new ArrayList<>();
    private String text;

    /** What the text says so far; empty where it is not valid. */
    private Optional<StsPolicy> policy;

    /** Without a place for a policy that is not published yet. */
    PolicyPlan(Parsed<StsPolicy> served, Optional<String> where, Thresholds thresholds) {
        this.served = served;
        this.where = where;
        this.maxAges = new MaxAges(thresholds);
        this.text = served.text().decoded();
        this.policy = served.value();
    }

    List<Recommendation> steps() {
        return steps;
    }

    /**
     * Repairs a faulty policy. Where nobody knows the MX hosts, one that lacks some of them would stop mail in mode enforce:
     * the mode falls to testing.
     *
     * @param mxHosts empty when nobody knows them
     * @param placeholder then stands for them where the policy names none; without it, there is no text to publish
     */
    void repair(List<String> mxHosts, Optional<String> placeholder) {
        if (!isFaulty(served)) {
            return;
        }
        Repair repair = Repair.ofPolicy(served, mxHosts);
        boolean lacksAll = mxHosts.isEmpty() && lacksHosts(served);
        if (lacksAll && placeholder.isEmpty()) {
            steps.add(new Recommendation(Advice.FIX_POLICY, BY_HAND, Optional.empty(), Optional.empty()));
            policy = Optional.empty(); // no step can build on a text that nobody can write
            return;
        }
        if (lacksAll) {
            repair = Repair.ofPolicy(served, List.of(placeholder.get()));
        }
        String mode = "";
        boolean lacksSome = lacksAll || repair.mxDropped();
        if (mxHosts.isEmpty() && lacksSome && enforces(repair.text())) {
            repair = new Repair(
                    PolicyText.with(repair.text(), "mode", PolicyMode.TESTING.text()),
                    repair.guesses(),
                    repair.mxDropped());
            mode = " The mode is testing until the mx lines name every MX host, so that no mail is refused.";
        }
        boolean replaced = isReplaced(repair, lacksAll ? List.of(placeholder.get()) : mxHosts);
        step(Advice.FIX_POLICY, published(replaced) + TxtAdvice.guesses(repair) + mode, repair.text());
    }

    /** Nothing in it can be read as an MX host, though its mode needs one. */
    static boolean lacksHosts(Parsed<StsPolicy> policy) {
        return isFaulty(StsPolicy.parse(Repair.ofPolicy(policy, List.of()).text()));
    }

    /** In mode enforce, and with hosts that can be read. */
    static boolean isMeantToEnforce(Parsed<StsPolicy> policy) {
        Repair repair = Repair.ofPolicy(policy, List.of());
        return !repair.mxDropped() && enforces(repair.text());
    }

    static boolean isFaulty(Parsed<StsPolicy> policy) {
        return policy.value().isEmpty()
                || policy.issues().stream()
                        .anyMatch(
                                issue -> issue.severity() != Severity.INFO && !MaxAges.TOO_LOW.contains(issue.code()));
    }

    private String published(boolean replaced) {
        if (replaced && where.isPresent()) {
            return "If a policy was served here before, put it back, in the mode that it had. If not, publish this one.";
        }
        return REPAIRED + (!replaced && isOtherFormat() ? " Save it as plain text in UTF-8." : "");
    }

    /** Nothing of a policy can be read, so that the repair says what that of an empty file says. */
    private boolean isReplaced(Repair repair, List<String> mxHosts) {
        Repair ofNothing = Repair.ofPolicy(StsPolicy.parse(""), mxHosts);
        return PolicyFields.mode(served).isEmpty()
                && repair.guesses().equals(ofNothing.guesses())
                && repair.text()
                        .lines()
                        .toList()
                        .equals(ofNothing.text().lines().toList());
    }

    /** The file holds a policy, in a form that is not plain text. */
    private boolean isOtherFormat() {
        return served.issues().stream()
                .anyMatch(issue -> issue.code() == IssueCode.POLICY_OTHER_TEXT
                        && issue.span().isEmpty());
    }

    private static boolean enforces(String text) {
        return StsPolicy.parse(text).value().stream().anyMatch(policy -> policy.mode() == PolicyMode.ENFORCE);
    }

    /** Adds the MX hosts that the policy so far does not cover. */
    void cover(List<String> mxHosts) {
        policy.filter(current -> current.mode() != PolicyMode.NONE).ifPresent(current -> {
            PatternIndex patterns = new PatternIndex(current.mx());
            List<String> uncovered = mxHosts.stream()
                    .filter(host -> MxPattern.isPattern(host)
                            && patterns.coveredBy(host).isEmpty())
                    .toList();
            if (!uncovered.isEmpty()) {
                step(
                        Advice.ADD_MX_PATTERNS,
                        "If these MX hosts are yours, add mx lines for them: " + RemoteText.list(uncovered)
                                + ". If not, correct the MX records: they may be a mistake or an attack.",
                        PolicyText.withMx(text, uncovered));
            }
        });
    }

    /**
     * Whether senders that apply the policy so far refuse mail, since they enforce it and no pattern matches a host.
     *
     * @param hosts as the MX records name them
     */
    boolean refuses(Stream<String> hosts) {
        return policy.filter(current -> current.mode() == PolicyMode.ENFORCE)
                .map(StsPolicy::mx)
                .map(PatternIndex::new)
                .filter(patterns -> hosts.anyMatch(host ->
                        !MxPattern.isPattern(host) || patterns.coveredBy(host).isEmpty()))
                .isPresent();
    }

    /** Holds a repaired policy back, if that is the last step. */
    void untilCovered() {
        if (!steps.isEmpty()) {
            int last = steps.size() - 1;
            Recommendation repaired = steps.get(last);
            String guesses = repaired.message().substring(REPAIRED.length());
            steps.set(
                    last, new Recommendation(repaired.code(), COVERED + guesses, repaired.where(), repaired.publish()));
        }
    }

    /**
     * Raises a max_age that is too low for the mode.
     *
     * @param blocking whether the policy so far stops all mail, which a longer life would prolong
     */
    void raiseMaxAge(boolean blocking) {
        if (policy.filter(current -> maxAges.isTooLow(current, current.mode())).isPresent()) {
            String raise = blocking ? "Once the policy covers the MX hosts, raise max_age to " : "Raise max_age to ";
            step(Advice.RAISE_MAX_AGE, raise + MaxAges.text(maxAges.best()) + ".", withBestMaxAge(text));
        }
    }

    /** Weeks later: a policy in testing moves on, if its new text would be without a fault. */
    Optional<Recommendation> enforced(Predicate<String> isFaultless) {
        return policy.filter(current -> current.mode() == PolicyMode.TESTING).flatMap(current -> {
            boolean low = maxAges.isTooLow(current, PolicyMode.ENFORCE);
            String enforced = PolicyText.with(text, "mode", PolicyMode.ENFORCE.text());
            String next = low ? withBestMaxAge(enforced) : enforced;
            String raised = low ? ", with a max_age of " + MaxAges.text(maxAges.best()) + "." : ".";
            String id = steps.isEmpty() ? "" : " Change the record's id again then.";
            return Optional.of(new Recommendation(
                            Advice.MOVE_TO_ENFORCE,
                            "When TLS reports show no failures for some weeks, move to mode enforce" + raised + id,
                            where,
                            Optional.of(next)))
                    .filter(move -> isFaultless.test(next));
        });
    }

    private String withBestMaxAge(String policy) {
        return PolicyText.with(policy, "max_age", String.valueOf(maxAges.best()));
    }

    /** What an earlier step has published is not said twice. */
    private void step(Advice advice, String message, String next) {
        Optional<String> tooLarge = PolicyText.tooLarge(next);
        if (tooLarge.isPresent()) {
            policy = Optional.empty(); // no step can build on a text that nobody can serve
            steps.add(new Recommendation(advice, message + tooLarge.get(), Optional.empty(), Optional.empty()));
        } else if (!next.equals(text)) {
            text = next;
            policy = StsPolicy.parse(text).value();
            steps.add(new Recommendation(advice, message, where, Optional.of(text)));
        }
    }
}
