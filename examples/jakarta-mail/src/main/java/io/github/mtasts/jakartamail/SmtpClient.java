package io.github.mtasts.jakartamail;

import io.github.mtasts.sender.DecisionReason;
import io.github.mtasts.sender.HostDecision;
import io.github.mtasts.sender.MtaStsSender;
import io.github.mtasts.sender.PolicyDecision;
import io.github.mtasts.spi.AddressResolver;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.MxHost;
import io.github.mtasts.spi.MxResolver;
import io.github.mtasts.syntax.DomainName;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Delivers messages to the MX hosts of their recipients, and to no host that fails the policy of the recipient's domain (RFC
 * 8461, section 5). Thread-safe; each call takes as long as the delivery does.
 */
public final class SmtpClient {

    private static final int MOST_HOSTS = 10;
    private static final String NULL_MX = ".";

    private final MtaStsSender sender;
    private final MxResolver mx;
    private final HostDelivery hosts;

    /**
     * A client.
     *
     * @param <R> the resolver's type
     * @param sender knows the policies; closed by the caller
     * @param dns looks up MX hosts and their addresses
     * @param settings such as {@link SmtpSettings#of}
     */
    public <R extends MxResolver & AddressResolver> SmtpClient(MtaStsSender sender, R dns, SmtpSettings settings) {
        this.sender = sender;
        this.mx = dns;
        this.hosts = new HostDelivery(dns, settings);
    }

    /**
     * Tries to deliver. If no host satisfies the policy, the failure is {@link DeliveryStatus#TRANSIENT}, never
     * permanent.
     *
     * @param from the reverse-path; empty for the null one, as of a bounce
     * @param to the one recipient
     * @param message with its header, and saved
     * @return the outcome
     */
    public DeliveryOutcome deliver(String from, String to, MimeMessage message) {
        return deliver(from, to, message, sender::policyFor);
    }

    /**
     * Tries for the last time before the message is returned to its sender. The record is looked up again first, in case the
     * domain has changed its policy (RFC 8461, section 5).
     *
     * @param from the reverse-path; empty for the null one
     * @param to the one recipient
     * @param message with its header, and saved
     * @return {@link DeliveryStatus#DELIVERED} or {@link DeliveryStatus#PERMANENT}
     */
    public DeliveryOutcome deliverOrGiveUp(String from, String to, MimeMessage message) {
        return deliver(from, to, message, sender::recheck).forGood();
    }

    private DeliveryOutcome deliver(
            String from, String to, MimeMessage message, Function<String, CompletableFuture<PolicyDecision>> policies) {
        int at = to.lastIndexOf('@');
        Optional<DomainName> domain = DomainName.parse(to.substring(at + 1)).value();
        if (at < 0 || domain.isEmpty()) {
            return DeliveryOutcome.untried(DeliveryStatus.PERMANENT, "not a mail address with a domain name: " + to);
        }
        String name = domain.get().text();
        try {
            Envelope envelope = Envelope.of(from, to.substring(0, at), name, message);
            return deliver(envelope, name, policies);
        } catch (AddressException wrong) {
            return DeliveryOutcome.untried(DeliveryStatus.PERMANENT, "not a mail address: " + to);
        }
    }

    // RFC 5321 §5.1
    private DeliveryOutcome deliver(
            Envelope envelope, String domain, Function<String, CompletableFuture<PolicyDecision>> policies) {
        Lookup<MxHost> found = Answers.of(mx.resolveMx(domain));
        return switch (found.status()) {
            case FOUND -> {
                List<String> exchanges = inOrder(found.records());
                yield exchanges.isEmpty()
                        ? DeliveryOutcome.untried(DeliveryStatus.PERMANENT, domain + " does not accept mail (RFC 7505)")
                        : deliver(envelope, policies.apply(domain).join(), exchanges);
            }
            case NO_RECORDS -> deliver(envelope, policies.apply(domain).join(), List.of(domain));
            case NO_SUCH_NAME -> DeliveryOutcome.untried(DeliveryStatus.PERMANENT, domain + " does not exist");
            case SERVER_FAILURE, TIMED_OUT, RESOLVER_UNREACHABLE, NOT_ATTEMPTED ->
                DeliveryOutcome.untried(
                        DeliveryStatus.TRANSIENT, "the MX records of " + domain + " could not be looked up");
        };
    }

    // RFC 8461 §5.1: a host that fails the policy is skipped like one that cannot be reached
    private DeliveryOutcome deliver(Envelope envelope, PolicyDecision policy, List<String> exchanges) {
        if (policy.reason() == DecisionReason.CLOSED) {
            return DeliveryOutcome.untried(DeliveryStatus.TRANSIENT, "the sender was closed");
        }
        List<Attempt> attempts = new ArrayList<>();
        for (String host : exchanges) {
            HostDecision decision = sender.forHost(policy, host).join();
            attempts.addAll(hosts.attempts(decision, envelope));
            Attempt last = attempts.get(attempts.size() - 1);
            if (last.status() != DeliveryStatus.TRANSIENT) {
                return new DeliveryOutcome(last.status(), attempts, last.detail());
            }
        }
        return new DeliveryOutcome(DeliveryStatus.TRANSIENT, attempts, "no MX host accepted the message");
    }

    /** By preference, those of the same preference in random order; empty for a null MX (RFC 7505). */
    private static List<String> inOrder(List<MxHost> records) {
        List<MxHost> shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled);
        return shuffled.stream()
                .sorted(Comparator.comparingInt(MxHost::preference))
                .map(MxHost::exchange)
                .filter(exchange -> !exchange.equals(NULL_MX))
                .distinct()
                .limit(MOST_HOSTS)
                .toList();
    }
}
