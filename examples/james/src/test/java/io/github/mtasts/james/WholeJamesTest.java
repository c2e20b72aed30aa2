package io.github.mtasts.james;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.mtasts.jakartamail.demo.MxServer;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import javax.mail.Message.RecipientType;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.Transport;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;
import org.apache.james.GuiceJamesServer;
import org.apache.james.MemoryJamesConfiguration;
import org.apache.james.MemoryJamesServerMain;
import org.apache.james.data.UsersRepositoryModuleChooser;
import org.apache.james.dnsservice.api.DNSService;
import org.apache.james.modules.data.MemoryUsersRepositoryModule;
import org.apache.james.modules.protocols.SmtpGuiceProbe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole in-memory James, configured by files, takes messages in and delivers them. */
class WholeJamesTest {

    private static final List<String> FILES = List.of(
            "mailetcontainer.xml",
            "smtpserver.xml",
            "domainlist.xml",
            "usersrepository.xml",
            "mailrepositorystore.xml");

    @Test
    void whatComesInGoesToTheHostThatProvesItselfAndToNoOther(@TempDir Path folder) throws Exception {
        try (JamesWorld world = new JamesWorld()) {
            world.policy("good.example", "1", "enforce", "mx.good.example");
            MxServer good = world.server("good.example", "mx.good.example", world.ca.naming("mx.good.example"));
            world.policy("bad.example", "1", "enforce", "mx.bad.example");
            MxServer bad = world.server("bad.example", "mx.bad.example", world.ca.naming("mx.hoster.example"));
            GuiceJamesServer james = james(world, folder);
            james.start();
            try {
                send(james, "bob@good.example", "bob@bad.example");

                await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                    assertThat(good.messages()).hasSize(1);
                    assertThat(world.events).hasSize(2);
                });
                assertThat(good.messages().get(0)).contains("Subject: Hello");
                assertThat(bad.messages()).isEmpty();
                assertThat(folder.resolve("mta-sts-policies.db")).exists();
            } finally {
                james.stop();
            }
        }
    }

    private static GuiceJamesServer james(JamesWorld world, Path folder) throws IOException {
        Path conf = Files.createDirectory(folder.resolve("conf"));
        for (String name : FILES) {
            try (InputStream file = WholeJamesTest.class.getResourceAsStream("/conf/" + name)) {
                String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
                Files.writeString(conf.resolve(name), text.replace("/var/lib/james", folder.toString()));
            }
        }
        File root = folder.toFile();
        return GuiceJamesServer.forConfiguration(MemoryJamesConfiguration.builder()
                        .workingDirectory(root)
                        .usersRepository(UsersRepositoryModuleChooser.Implementation.DEFAULT)
                        .build())
                .combineWith(MemoryJamesServerMain.SMTP_ONLY_MODULE, new MemoryUsersRepositoryModule())
                .overrideWith(binder -> {
                    binder.bind(DNSService.class).toInstance(world);
                    binder.bind(JamesWorld.class).toInstance(world);
                });
    }

    private static void send(GuiceJamesServer james, String... recipients) throws MessagingException {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty(
                "mail.smtp.port",
                Integer.toString(
                        james.getProbe(SmtpGuiceProbe.class).getSmtpPort().getValue()));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom("alice@sender.example");
        message.setRecipients(RecipientType.TO, InternetAddress.parse(String.join(",", recipients)));
        message.setSubject("Hello");
        message.setText("A message.");
        Transport.send(message);
    }
}
