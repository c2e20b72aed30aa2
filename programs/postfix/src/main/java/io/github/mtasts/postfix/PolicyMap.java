package io.github.mtasts.postfix;

import io.github.mtasts.sender.DecisionReason;
import io.github.mtasts.sender.HostDecision;
import io.github.mtasts.sender.MtaStsSender;
import io.github.mtasts.sender.PolicyDecision;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.MxHost;
import io.github.mtasts.syntax.Octets;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The content of {@code smtp_tls_policy_maps}: looks up the policy, the MX hosts where they are needed, and their DANE. */
final class PolicyMap {

    private final MtaStsSender sender;
    private final MxLookups mx;
    private final TlsPolicy policy;
    private final boolean dane;

    /** With {@code dane}, the sender looks up TLSA records, and hosts are judged whatever the policy says. */
    PolicyMap(MtaStsSender sender, MxLookups mx, TlsPolicy policy, boolean dane) {
        this.sender = sender;
        this.mx = mx;
        this.policy = policy;
        this.dane = dane;
    }

    /** Postfix sends SMTPUTF8 domains in UTF-8. */
    CompletableFuture<Answer> answer(Octets key) {
        return find(new String(key.bytes(), StandardCharsets.UTF_8)).thenApply(Explanation::answer);
    }

    /** A next hop as Postfix names it. */
    CompletableFuture<Explanation> find(String key) {
        NextHop hop = NextHop.of(key);
        if (hop.domain().isEmpty()) {
            AnswerReason reason = hop.unclear() ? AnswerReason.UNCLEAR_DOMAIN : AnswerReason.NO_DOMAIN;
            return CompletableFuture.completedFuture(Explanation.without(reason));
        }
        return sender.policyFor(hop.domain().get().text()).thenCompose(this::after);
    }

    private CompletableFuture<Explanation> after(PolicyDecision decision) {
        if (decision.reason() == DecisionReason.CLOSED) {
            return done(decision, AnswerReason.STOPPING);
        }
        boolean hostsMatter = decision.isEnforced() || (dane && decision.reason() != DecisionReason.SKIPPED);
        return hostsMatter
                ? mx.of(decision.domain()).thenCompose(found -> after(decision, found))
                : done(decision, AnswerReason.NOT_ENFORCED);
    }

    private CompletableFuture<Explanation> after(PolicyDecision decision, Lookup<MxHost> found) {
        if (found.isUnknown()) {
            Answer answer = Answer.of(AnswerReason.MX_LOOKUP_FAILED);
            String why = found.status() + (found.detail().isEmpty() ? "" : ": " + found.detail());
            return CompletableFuture.completedFuture(new Explanation(answer, Optional.of(decision), List.of(), why));
        }
        List<CompletableFuture<HostDecision>> hosts = MxLookups.hosts(decision.domain(), found).stream()
                .map(host -> sender.forHost(decision, host))
                .toList();
        return CompletableFuture.allOf(hosts.toArray(CompletableFuture[]::new)).thenApply(all -> {
            List<HostDecision> judged =
                    hosts.stream().map(CompletableFuture::join).toList();
            return new Explanation(policy.answer(decision, judged), Optional.of(decision), judged, "");
        });
    }

    private static CompletableFuture<Explanation> done(PolicyDecision decision, AnswerReason reason) {
        return CompletableFuture.completedFuture(
                new Explanation(Answer.of(reason), Optional.of(decision), List.of(), ""));
    }
}
