package io.github.mtasts.jakartamail;

import io.github.mtasts.sender.HostDecision;
import io.github.mtasts.sender.HostResult;
import io.github.mtasts.sender.MxConnection;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * One SMTP session with an MX host. The host is judged before it learns anything about the message: by its certificate right
 * after the handshake, or by the lack of STARTTLS.
 */
final class MxSession extends SMTPTransport {

    private static final int REPLY_CODE = 4;
    private static final int LONGEST_DOMAIN = 255;

    private HostDecision decision;
    private MxConnection connection = MxConnection.UNKNOWN;
    private Optional<HostResult> judged = Optional.empty();
    private Optional<String> tlsProtocol = Optional.empty();
    private boolean tlsFailed;

    /** Each needs its own {@code Session}, since Angus Mail finds the verifier among its properties. */
    MxSession(HostDecision decision, Session session) {
        super(session, new URLName("smtp", decision.mxHost(), -1, null, null, null));
        this.decision = decision;
        HostnameVerifier verifier = (host, tls) -> verify(tls);
        session.getProperties().put("mail.smtp.ssl.hostnameverifier", verifier);
    }

    /** Speaks as far as EHLO and STARTTLS, and returns how the policy judges the host. */
    HostResult open(Socket socket) throws MessagingException {
        connection = MxConnection.between(socket.getLocalAddress(), socket.getInetAddress());
        decision = decision.over(connection);
        connect(socket);
        HostResult result = judged.orElseGet(decision::withoutStartTls);
        judged = Optional.of(result);
        return result;
    }

    Optional<HostResult> judged() {
        return judged;
    }

    /** Empty unless TLS came up. */
    Optional<String> tlsProtocol() {
        return tlsProtocol;
    }

    /** Whether the policy rejects the host. */
    boolean isRefused() {
        return judged.filter(result -> !result.mayDeliver()).isPresent();
    }

    /** Whether the handshake failed and nothing requires TLS. */
    boolean mayFallBack() {
        return tlsFailed && !isRefused();
    }

    /** Speaks without TLS, to a host that an earlier session judged. */
    MxSession inPlainText(Optional<HostResult> before) {
        judged = before;
        setStartTLS(false);
        return this;
    }

    @Override
    protected boolean ehlo(String domain) throws MessagingException {
        boolean known = super.ehlo(domain);
        decision = decision.over(nameIn(getLastServerResponse())
                .filter(name -> known)
                .map(connection::greetedAs)
                .orElse(connection));
        return known;
    }

    /** The host has offered STARTTLS. */
    @Override
    protected void startTLS() throws MessagingException {
        try {
            super.startTLS();
        } catch (MessagingException failed) {
            tlsFailed = tlsProtocol.isEmpty();
            if (tlsFailed) {
                judged = Optional.of(decision.tlsFailed(Reasons.cause(failed)));
            }
            throw failed;
        }
    }

    /** Called by Angus Mail after each handshake, resumed sessions included. */
    private boolean verify(SSLSession tls) {
        tlsProtocol = Optional.of(tls.getProtocol());
        HostResult result = decision.verify(certificates(tls));
        judged = Optional.of(result);
        return result.mayDeliver();
    }

    /** The name in an answer to EHLO (RFC 5321, section 4.1.1.1), bounded; empty when the host gives none. */
    private static Optional<String> nameIn(String reply) {
        String name = reply.length() > REPLY_CODE ? reply.substring(REPLY_CODE).split("\\s", 2)[0] : "";
        return name.isEmpty() || name.length() > LONGEST_DOMAIN ? Optional.empty() : Optional.of(name);
    }

    private static List<X509Certificate> certificates(SSLSession tls) {
        try {
            return Stream.of(tls.getPeerCertificates())
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (SSLPeerUnverifiedException anonymous) {
            return List.of();
        }
    }
}
