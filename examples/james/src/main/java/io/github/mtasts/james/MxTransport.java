package io.github.mtasts.james;

import com.sun.mail.smtp.SMTPTransport;
import io.github.mtasts.sender.HostDecision;
import io.github.mtasts.sender.HostResult;
import io.github.mtasts.sender.MxConnection;
import java.net.Socket;
import java.util.Optional;
import java.util.Properties;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.URLName;

/**
 * One SMTP session with an MX host. The host is judged before it learns anything about the message: by its certificate right
 * after the handshake, or by the lack of STARTTLS.
 */
final class MxTransport extends SMTPTransport {

    private static final int REPLY_CODE = 4;
    private static final int LONGEST_DOMAIN = 255;

    private HostDecision decision;
    private final SeenCertificates certificates;
    private MxConnection connection = MxConnection.UNKNOWN;
    private Optional<HostResult> judged = Optional.empty();
    private boolean tlsFailed;

    private MxTransport(HostDecision decision, SeenCertificates certificates, Session session) {
        super(session, new URLName("smtp", decision.mxHost(), -1, null, null, null));
        this.decision = decision;
        this.certificates = certificates;
    }

    /** For one session, with TLS if the host offers it. The properties are changed. */
    static MxTransport withTls(HostDecision decision, Properties properties) {
        SeenCertificates certificates = new SeenCertificates();
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", "false"); // judged here
        properties.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2"); // RFC 8461 §7.2
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "false"); // it accepts a CN
        properties.put("mail.smtp.ssl.socketFactory", certificates.sockets());
        return new MxTransport(decision, certificates, Session.getInstance(properties));
    }

    /** For a second session without TLS, with a host that was judged in the first. */
    MxTransport inPlainText() {
        MxTransport plain = new MxTransport(decision, certificates, session);
        plain.judged = judged;
        plain.setStartTLS(false);
        return plain;
    }

    /** Speaks as far as EHLO and STARTTLS, and no further when the policy rejects the host. */
    void open(Socket socket) throws MessagingException {
        connection = MxConnection.between(socket.getLocalAddress(), socket.getInetAddress());
        decision = decision.over(connection);
        connect(socket);
        judged = Optional.of(judged.orElseGet(decision::withoutStartTls));
        if (refusal().isPresent()) {
            close();
        }
        throwIfRefused();
    }

    /** Whether the handshake failed and nothing requires TLS. */
    boolean mayFallBack() {
        return tlsFailed && judged.filter(HostResult::mayDeliver).isPresent();
    }

    /** Why the policy rejects the host; empty when it may have the message, or was not judged. */
    Optional<HostResult> refusal() {
        return judged.filter(result -> !result.mayDeliver());
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
            tlsFailed = true;
            judged = Optional.of(decision.tlsFailed(Reasons.cause(failed)));
            throw failed;
        }
        judged = Optional.of(decision.verify(certificates.chain()));
        throwIfRefused();
    }

    /** The name in an answer to EHLO (RFC 5321, section 4.1.1.1), bounded; empty when the host gives none. */
    private static Optional<String> nameIn(String reply) {
        String name = reply.length() > REPLY_CODE ? reply.substring(REPLY_CODE).split("\\s", 2)[0] : "";
        return name.isEmpty() || name.length() > LONGEST_DOMAIN ? Optional.empty() : Optional.of(name);
    }

    private void throwIfRefused() throws MessagingException {
        if (refusal().isPresent()) {
            throw new MessagingException("the policy rejects the host");
        }
    }
}
