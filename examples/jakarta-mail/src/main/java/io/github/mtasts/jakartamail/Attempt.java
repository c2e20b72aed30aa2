package io.github.mtasts.jakartamail;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.sender.HostResult;
import java.net.InetAddress;
import java.util.Objects;
import java.util.Optional;

/**
 * One host that was tried.
 *
 * @param mxHost its name
 * @param address where it was tried; empty when it has none
 * @param status the outcome
 * @param tlsProtocol such as {@code TLSv1.3}; empty when TLS did not come up
 * @param judged what the policy says of the host; empty when the session ended before it could be judged
 * @param detail human-readable: the host's reply, or what went wrong; remote text in it is not escaped; empty when the policy
 *     rejects the host
 */
public record Attempt(
        String mxHost,
        Optional<InetAddress> address,
        DeliveryStatus status,
        Optional<String> tlsProtocol,
        Optional<HostResult> judged,
        String detail) {

    /** Rejects null. */
    public Attempt {
        Objects.requireNonNull(mxHost, "mxHost");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(tlsProtocol, "tlsProtocol");
        Objects.requireNonNull(judged, "judged");
        Objects.requireNonNull(detail, "detail");
    }

    static Attempt withoutAddress(String mxHost, String detail) {
        return new Attempt(
                mxHost, Optional.empty(), DeliveryStatus.TRANSIENT, Optional.empty(), Optional.empty(), detail);
    }

    /** The same attempt as a transient failure. */
    Attempt forNow() {
        return new Attempt(mxHost, address, DeliveryStatus.TRANSIENT, tlsProtocol, judged, detail);
    }

    /** The attempt in one line, escaped and bounded. */
    @Override
    public String toString() {
        String where = RemoteText.escape(mxHost)
                + address.map(each -> " [" + each.getHostAddress() + "]").orElse("");
        String said = detail.isEmpty() ? "" : ", " + RemoteText.escape(detail);
        if (status == DeliveryStatus.DELIVERED) {
            return where + ": delivered "
                    + tlsProtocol.map(tls -> "over " + tls).orElse("in plain text")
                    + judged.map(Attempt::reproach).orElse("") + said;
        }
        String failed = judged.filter(result -> !result.mayDeliver()).isPresent() ? ": refused" : ": failed";
        return where + failed + judged.map(Attempt::reproach).orElse("") + said;
    }

    private static String reproach(HostResult result) {
        return result.resultType().map(type -> ", " + type.text()).orElse("")
                + (result.detail().isEmpty() ? "" : ", " + RemoteText.escape(result.detail()));
    }
}
