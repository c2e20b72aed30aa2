package io.github.mtasts.jakartamail;

import io.github.mtasts.sender.HostDecision;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;

/** Delivers a message to one address of an MX host, in one session, or in two where TLS does not come up. */
final class MxSessions {

    private static final int PERMANENT_REPLY = 500;

    private final SmtpSettings settings;
    private final SSLSocketFactory tls = AnyCertificate.sockets();

    MxSessions(SmtpSettings settings) {
        this.settings = settings;
    }

    /** Network failures are never thrown. */
    Attempt attempt(HostDecision decision, InetAddress address, Envelope envelope) {
        MxSession session = new MxSession(decision, session(envelope));
        Attempt attempt = run(session, decision.mxHost(), address, envelope);
        if (!session.mayFallBack()) {
            return attempt;
        }
        // RFC 7435: where nothing requires TLS, a failed handshake must not delay the message; nor must it be returned
        // because the host rejects it without TLS
        MxSession plain = new MxSession(decision, session(envelope)).inPlainText(session.judged());
        Attempt again = run(plain, decision.mxHost(), address, envelope);
        return again.status() == DeliveryStatus.DELIVERED ? again : again.forNow();
    }

    private Attempt run(MxSession session, String host, InetAddress address, Envelope envelope) {
        DeliveryStatus status = DeliveryStatus.TRANSIENT;
        String detail = "";
        try (Socket socket = connect(host, address)) {
            CompletableFuture<Void> limit = limit(socket);
            try {
                if (session.open(socket).mayDeliver()) {
                    status = send(session, envelope);
                    detail = session.getLastServerResponse().strip();
                }
                quit(session);
            } finally {
                limit.cancel(false);
            }
        } catch (IOException | MessagingException failed) {
            detail = session.isRefused() ? "" : Reasons.innermost(failed);
        }
        return new Attempt(host, Optional.of(address), status, session.tlsProtocol(), session.judged(), detail);
    }

    /** Only here is a 5yz reply permanent: before MAIL FROM it is about the host, not about the message. */
    private static DeliveryStatus send(MxSession session, Envelope envelope) throws MessagingException {
        try {
            session.sendMessage(envelope.message(), envelope.recipients());
            return DeliveryStatus.DELIVERED;
        } catch (MessagingException refused) {
            if (session.getLastReturnCode() >= PERMANENT_REPLY) {
                return DeliveryStatus.PERMANENT;
            }
            throw refused;
        }
    }

    /** The address carries the MX host's name, which Angus Mail uses as the TLS server name (SNI) without a lookup. */
    private Socket connect(String host, InetAddress address) throws IOException {
        int timeout = Math.toIntExact(settings.answerTimeout().toMillis());
        Socket socket = new Socket();
        try {
            socket.setSoTimeout(timeout);
            socket.connect(
                    new InetSocketAddress(InetAddress.getByAddress(host, address.getAddress()), settings.port()),
                    timeout);
            return socket;
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }

    /** Closes the connection to a host that answers or reads too slowly. */
    private CompletableFuture<Void> limit(Socket socket) {
        CompletableFuture<Void> limit = new CompletableFuture<Void>()
                .completeOnTimeout(null, settings.sessionTimeout().toMillis(), TimeUnit.MILLISECONDS);
        limit.thenRun(() -> close(socket));
        return limit;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            // the reader gets the exception
        }
    }

    private static void quit(MxSession session) {
        try {
            session.close();
        } catch (MessagingException gone) {
            // the message has been accepted or not, whatever the host answers now
        }
    }

    private Session session(Envelope envelope) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.localhost", settings.heloName());
        properties.setProperty("mail.smtp.from", envelope.reversePath());
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2"); // RFC 8461 §7.2
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "false"); // the JDK's check accepts a CN
        properties.put("mail.smtp.ssl.socketFactory", tls);
        return Session.getInstance(properties);
    }
}
