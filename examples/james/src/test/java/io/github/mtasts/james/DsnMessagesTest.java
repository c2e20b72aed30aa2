package io.github.mtasts.james;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.mail.smtp.SMTPMessage;
import com.sun.mail.smtp.SMTPTransport;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import javax.mail.Address;
import javax.mail.Message;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.URLName;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;
import org.apache.james.core.MailAddress;
import org.apache.mailet.DsnParameters;
import org.apache.mailet.DsnParameters.EnvId;
import org.apache.mailet.DsnParameters.Notify;
import org.apache.mailet.DsnParameters.RecipientDsnParameters;
import org.apache.mailet.DsnParameters.Ret;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a sender asks for in delivery status notifications goes on to the next host (RFC 3461). */
class DsnMessagesTest {

    private final Recorder transport = new Recorder();

    @Test
    void recipientsWithTheSameNotifyShareATransaction() throws MessagingException {
        EnumSet<Notify> both = EnumSet.of(Notify.SUCCESS, Notify.DELAY);
        DsnParameters parameters = DsnParameters.builder()
                .addRcptParameter(new MailAddress("a@example.org"), RecipientDsnParameters.of(both))
                .addRcptParameter(new MailAddress("b@example.org"), RecipientDsnParameters.of(both))
                .addRcptParameter(new MailAddress("c@example.org"), RecipientDsnParameters.of(EnumSet.of(Notify.NEVER)))
                .build()
                .orElseThrow();

        send(parameters, "a@example.org", "b@example.org", "c@example.org", "d@example.org");

        assertThat(transport.seen)
                .containsExactlyInAnyOrder(
                        new Seen(
                                List.of("a@example.org", "b@example.org"),
                                SMTPMessage.NOTIFY_SUCCESS | SMTPMessage.NOTIFY_DELAY,
                                0,
                                null),
                        new Seen(List.of("c@example.org"), SMTPMessage.NOTIFY_NEVER, 0, null),
                        new Seen(List.of("d@example.org"), 0, 0, null));
    }

    @Test
    void retAndEnvidAreOfTheWholeMessage() throws MessagingException {
        DsnParameters parameters = DsnParameters.builder()
                .ret(Ret.HDRS)
                .envId(EnvId.of("QQ314159"))
                .build()
                .orElseThrow();

        send(parameters, "a@example.org");

        assertThat(transport.seen)
                .containsExactly(new Seen(List.of("a@example.org"), 0, SMTPMessage.RETURN_HDRS, "ENVID=QQ314159"));
    }

    private void send(DsnParameters parameters, String... recipients) throws MessagingException {
        List<InternetAddress> addresses = new ArrayList<>();
        for (String recipient : recipients) {
            addresses.add(new InternetAddress(recipient));
        }
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
        message.setText("A message.");
        message.saveChanges();
        new DsnMessages(parameters).send(message, addresses, transport);
    }

    private record Seen(
            List<String> recipients,
            int notifyOptions,
            int returnOption,
            @Nullable String extension) {}

    /** A host that knows DSN. */
    private static final class Recorder extends SMTPTransport {

        private final List<Seen> seen = new ArrayList<>();

        Recorder() {
            super(Session.getInstance(new Properties()), new URLName("smtp", "mx.example.org", -1, null, null, null));
        }

        @Override
        public boolean supportsExtension(String extension) {
            return extension.equals("DSN");
        }

        @Override
        public synchronized void sendMessage(Message message, Address[] recipients) {
            SMTPMessage smtp = (SMTPMessage) message;
            seen.add(new Seen(
                    Stream.of(recipients).map(Address::toString).toList(),
                    smtp.getNotifyOptions(),
                    smtp.getReturnOption(),
                    smtp.getMailExtension()));
        }
    }
}
