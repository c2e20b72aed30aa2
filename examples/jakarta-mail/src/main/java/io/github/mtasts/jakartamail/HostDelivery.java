package io.github.mtasts.jakartamail;

import io.github.mtasts.sender.HostDecision;
import io.github.mtasts.spi.AddressResolver;
import io.github.mtasts.spi.Lookup;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** Delivers a message to an MX host, at the first of its addresses that takes it. */
final class HostDelivery {

    private static final int MOST_ADDRESSES = 5;

    private final AddressResolver addresses;
    private final SmtpSettings settings;
    private final MxSessions sessions;

    HostDelivery(AddressResolver addresses, SmtpSettings settings) {
        this.addresses = addresses;
        this.settings = settings;
        this.sessions = new MxSessions(settings);
    }

    /** At least one attempt; the last one is the outcome. */
    List<Attempt> attempts(HostDecision decision, Envelope envelope) {
        String host = decision.mxHost();
        Lookup<InetAddress> found = Answers.of(addresses.resolveAddresses(host));
        List<InetAddress> usable = found.records().stream()
                .filter(settings.addresses())
                .limit(MOST_ADDRESSES)
                .toList();
        if (usable.isEmpty()) {
            String why =
                    found.records().isEmpty() ? "no address: " + found.status() : "none of its addresses is allowed";
            return List.of(Attempt.withoutAddress(host, why));
        }
        List<Attempt> attempts = new ArrayList<>();
        for (InetAddress address : usable) {
            Attempt attempt = sessions.attempt(decision, address, envelope);
            attempts.add(attempt);
            if (attempt.status() != DeliveryStatus.TRANSIENT) {
                break;
            }
        }
        return attempts;
    }
}
