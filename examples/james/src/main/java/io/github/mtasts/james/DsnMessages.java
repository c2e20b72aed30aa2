package io.github.mtasts.james;

import com.sun.mail.smtp.SMTPMessage;
import com.sun.mail.smtp.SMTPTransport;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.mail.MessagingException;
import javax.mail.internet.AddressException;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;
import org.apache.james.core.MailAddress;
import org.apache.mailet.DsnParameters;
import org.apache.mailet.DsnParameters.Notify;
import org.apache.mailet.DsnParameters.Ret;

/** Sends a message with the delivery status notifications that its sender requested (RFC 3461), as James does. */
final class DsnMessages {

    private final DsnParameters parameters;

    DsnMessages(DsnParameters parameters) {
        this.parameters = parameters;
    }

    /** Recipients with the same NOTIFY share a transaction, since the mail API has one NOTIFY for all. */
    void send(MimeMessage message, Collection<InternetAddress> recipients, SMTPTransport transport)
            throws MessagingException {
        Map<Optional<Integer>, List<InternetAddress>> groups = new LinkedHashMap<>();
        for (InternetAddress recipient : recipients) {
            groups.merge(notify(recipient), List.of(recipient), DsnMessages::joined);
        }
        for (Map.Entry<Optional<Integer>, List<InternetAddress>> group : groups.entrySet()) {
            SMTPMessage smtp = message(message, transport);
            group.getKey().ifPresent(smtp::setNotifyOptions);
            transport.sendMessage(smtp, group.getValue().toArray(InternetAddress[]::new));
        }
    }

    private SMTPMessage message(MimeMessage message, SMTPTransport transport) throws MessagingException {
        SMTPMessage smtp = new SMTPMessage(message);
        parameters
                .getRetParameter()
                .ifPresent(ret ->
                        smtp.setReturnOption(ret == Ret.FULL ? SMTPMessage.RETURN_FULL : SMTPMessage.RETURN_HDRS));
        if (transport.supportsExtension("DSN")) {
            parameters.getEnvIdParameter().ifPresent(id -> smtp.setMailExtension("ENVID=" + id.asString()));
        }
        return smtp;
    }

    private Optional<Integer> notify(InternetAddress recipient) throws AddressException {
        return Optional.ofNullable(parameters.getRcptParameters().get(new MailAddress(recipient)))
                .flatMap(DsnParameters.RecipientDsnParameters::getNotifyParameter)
                .map(DsnMessages::options);
    }

    private static int options(EnumSet<Notify> wanted) {
        return wanted.stream().mapToInt(DsnMessages::option).sum();
    }

    private static int option(Notify wanted) {
        return switch (wanted) {
            case NEVER -> SMTPMessage.NOTIFY_NEVER;
            case SUCCESS -> SMTPMessage.NOTIFY_SUCCESS;
            case FAILURE -> SMTPMessage.NOTIFY_FAILURE;
            case DELAY -> SMTPMessage.NOTIFY_DELAY;
        };
    }

    private static List<InternetAddress> joined(List<InternetAddress> some, List<InternetAddress> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
