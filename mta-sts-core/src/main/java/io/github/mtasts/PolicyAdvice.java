package io.github.mtasts;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.syntax.DomainName;
import io.github.mtasts.syntax.MxPattern;
import io.github.mtasts.syntax.Octets;
import io.github.mtasts.syntax.Parsed;
import io.github.mtasts.syntax.PolicyMode;
import io.github.mtasts.syntax.Repair;
import io.github.mtasts.syntax.StsPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes to a policy's text, one piece of advice each; every text builds on the one before it. */
final class PolicyAdvice {

    private final Parsed<StsPolicy> served;
    private final Optional<String> where;
    private final List<Recommendation> all = new ArrayList<>();
    private String text;

    /** Without a place for a policy that is not published yet. */
    PolicyAdvice(Parsed<StsPolicy> served, Optional<String> where) {
        this.served = served;
        this.where = where;
        this.text = served.text().decoded();
    }

    List<Recommendation> all() {
        return all;
    }

    boolean isChanged() {
        return !Octets.of(text).equals(served.text());
    }

    /** Repairs an invalid policy from the MX hosts. */
    void repair(List<String> mxHosts) {
        if (served.value().isEmpty()) {
            Repair repair = Repair.ofPolicy(served, mxHosts);
            text = repair.text();
            add(Advice.FIX_POLICY, "Publish the repaired policy." + guesses(repair));
        }
    }

    /**
     * Repairs an invalid policy whose MX hosts are not known. In mode enforce, a policy whose only host is made up would
     * stop all mail.
     */
    void repairWith(String madeUpHost) {
        if (served.value().isEmpty()) {
            Repair repair = Repair.ofPolicy(served, List.of(madeUpHost));
            text = repair.text();
            String message = "Publish the repaired policy." + guesses(repair);
            if (enforces(madeUpHost) && !names(madeUpHost)) {
                text = PolicyText.with(text, "mode", PolicyMode.TESTING.text());
                message += " The mode is testing until they do, so that no mail is refused.";
            }
            add(Advice.FIX_POLICY, message);
        }
    }

    void addMx(List<String> uncovered) {
        text = PolicyText.withMx(text, uncovered);
        add(
                Advice.ADD_MX_PATTERNS,
                "Add mx lines for the MX hosts that no pattern matches: " + RemoteText.list(uncovered) + ".");
    }

    void raiseMaxAge(long seconds) {
        text = PolicyText.with(text, "max_age", String.valueOf(seconds));
        add(Advice.RAISE_MAX_AGE, "Raise max_age to " + seconds + " seconds.");
    }

    void moveToEnforce() {
        text = PolicyText.with(text, "mode", PolicyMode.ENFORCE.text());
        add(Advice.MOVE_TO_ENFORCE, "When TLS reports show no failures for some weeks, move to mode enforce.");
    }

    private boolean enforces(String host) {
        return StsPolicy.parse(text).value().stream()
                .anyMatch(valid ->
                        valid.mode() == PolicyMode.ENFORCE && valid.mx().contains(new MxPattern(host)));
    }

    private boolean names(String host) {
        return served.fields().stream()
                .anyMatch(field -> field.name().equals("mx")
                        && DomainName.canonical(field.value()).contains(host));
    }

    private void add(Advice advice, String message) {
        all.add(new Recommendation(advice, message, where, Optional.of(text)));
    }

    static String guesses(Repair repair) {
        return repair.guesses().isEmpty() ? "" : " " + String.join(" ", repair.guesses());
    }
}
