package io.github.mtasts.james;

import io.github.mtasts.sender.DecisionReason;
import io.github.mtasts.sender.HostDecision;
import io.github.mtasts.sender.MtaStsSender;
import io.github.mtasts.sender.PolicyDecision;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Collection;
import java.util.Properties;
import javax.mail.Address;
import javax.mail.MessagingException;
import javax.mail.SendFailedException;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;
import org.apache.james.dnsservice.api.DNSService;
import org.apache.james.transport.mailets.remote.delivery.DeliveryRetriesHelper;
import org.apache.james.transport.mailets.remote.delivery.ExecutionResult;
import org.apache.james.transport.mailets.remote.delivery.MailDelivrerToHost;
import org.apache.james.transport.mailets.remote.delivery.RemoteDeliveryConfiguration;
import org.apache.mailet.HostAddress;
import org.apache.mailet.Mail;
import org.apache.mailet.MailetContext;
import org.apache.mailet.base.Converter7Bit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers to an MX host under the current policy of the recipients' domain. A host that fails the policy is skipped like
 * one that is down, and the message stays in the queue when none is left (RFC 8461, section 5).
 */
@SuppressWarnings("deprecation") // HostAddress: James has no replacement
public final class MtaStsMailDelivrerToHost extends MailDelivrerToHost {

    private static final Logger LOG = LoggerFactory.getLogger(MtaStsMailDelivrerToHost.class);

    private final RemoteDeliveryConfiguration configuration;
    private final DNSService dns;
    private final MtaStsSender sender;
    private final Converter7Bit converter;

    /**
     * Delivers for a mailet.
     *
     * @param configuration of the mailet; with a gateway, the operator has chosen the hosts, and no policy applies
     * @param context of the mailet
     * @param dns James' own
     * @param sender knows the policies; closed by the caller
     */
    public MtaStsMailDelivrerToHost(
            RemoteDeliveryConfiguration configuration, MailetContext context, DNSService dns, MtaStsSender sender) {
        super(configuration, context);
        this.configuration = configuration;
        this.dns = dns;
        this.sender = sender;
        this.converter = new Converter7Bit(context);
    }

    /**
     * Tries one MX host.
     *
     * @throws MessagingException with an {@link IOException} as its cause where the host is at fault, so that James tries the next one
     */
    @Override
    public ExecutionResult tryDeliveryToHost(Mail mail, Collection<InternetAddress> recipients, HostAddress server)
            throws MessagingException {
        if (!configuration.getGatewayServer().isEmpty()) {
            return super.tryDeliveryToHost(mail, recipients, server);
        }
        HostDecision decision = decision(mail, server);
        MxTransport transport = MxTransport.withTls(decision, properties(mail));
        try {
            deliver(mail, recipients, server, transport);
        } catch (MessagingException failed) {
            if (!transport.mayFallBack()) {
                throw failed;
            }
            deliverInPlainText(mail, recipients, server, transport.inPlainText());
        }
        return ExecutionResult.success();
    }

    // RFC 8461 §5: before James gives the message up, the domain may have published another policy
    private HostDecision decision(Mail mail, HostAddress server) throws MessagingException {
        String domain = mail.getRecipients().iterator().next().getDomain().asString();
        boolean last = DeliveryRetriesHelper.retrieveRetries(mail) >= configuration.getMaxRetries();
        PolicyDecision policy = (last ? sender.recheck(domain) : sender.policyFor(domain)).join();
        if (policy.reason() == DecisionReason.CLOSED) {
            throw Reasons.ofHost(MxAddress.name(server), "the server is stopping");
        }
        return sender.forHost(policy, MxAddress.name(server)).join();
    }

    private void deliver(Mail mail, Collection<InternetAddress> recipients, HostAddress server, MxTransport transport)
            throws MessagingException {
        try (Socket socket = connect(server)) {
            transport.open(socket);
            send(mail, recipients, transport);
            quit(transport);
        } catch (SendFailedException replied) {
            throw replied;
        } catch (IOException | MessagingException failed) {
            String why = transport.refusal().map(Reasons::ofRefusal).orElseGet(() -> Reasons.innermost(failed));
            throw Reasons.ofHost(MxAddress.name(server), why);
        }
        LOG.info("Mail ({}) sent successfully to {} for {}", mail.getName(), MxAddress.name(server), recipients);
    }

    // RFC 7435: where nothing requires TLS, a failed handshake must not delay the message; nor must it be returned
    // because
    // the host rejects it without TLS
    private void deliverInPlainText(
            Mail mail, Collection<InternetAddress> recipients, HostAddress server, MxTransport plain)
            throws MessagingException {
        try {
            deliver(mail, recipients, server, plain);
        } catch (SendFailedException replied) {
            Address[] sent = replied.getValidSentAddresses();
            if (sent == null || sent.length == 0) {
                throw Reasons.ofHost(MxAddress.name(server), Reasons.innermost(replied));
            }
            throw replied;
        }
    }

    private void send(Mail mail, Collection<InternetAddress> recipients, MxTransport transport)
            throws MessagingException, IOException {
        MimeMessage message = mail.getMessage();
        if (!transport.supportsExtension("8BITMIME")) {
            converter.convertTo7Bit(message);
        }
        if (mail.dsnParameters().isPresent()) {
            new DsnMessages(mail.dsnParameters().get()).send(message, recipients, transport);
        } else {
            transport.sendMessage(message, recipients.toArray(InternetAddress[]::new));
        }
    }

    private Socket connect(HostAddress server) throws IOException {
        Socket socket = new Socket();
        try {
            if (configuration.isBindUsed()) {
                socket.bind(new InetSocketAddress(configuration.getBindAddress(), 0));
            }
            socket.setSoTimeout(Math.toIntExact(configuration.getSmtpTimeout()));
            socket.connect(MxAddress.of(server, dns), configuration.getConnectionTimeout());
            return socket;
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }

    private static void quit(MxTransport transport) {
        try {
            transport.close();
        } catch (MessagingException gone) {
            LOG.debug("The host accepted the message but did not answer QUIT", gone);
        }
    }

    private Properties properties(Mail mail) {
        Properties properties = configuration.createFinalJavaxProperties();
        properties.setProperty("mail.smtp.from", mail.getMaybeSender().asString());
        return properties;
    }
}
