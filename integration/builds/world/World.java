import io.github.mtasts.testing.MtaStsWorld;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** A domain on 127.0.0.1 until standard input ends: prints the ports of its DNS and HTTPS, and writes its root. */
class World {

    public static void main(String[] arguments) throws Exception {
        try (MtaStsWorld world = MtaStsWorld.start()) {
            world.domain("example.org")
                    .record("v=STSv1; id=1")
                    .policy("version: STSv1\nmode: enforce\nmx: mail.example.org\nmax_age: 604800\n")
                    .mx("mail.example.org");
            String root = Base64.getMimeEncoder().encodeToString(world.ca().getEncoded());
            Files.writeString(
                    Path.of(arguments[0]), "-----BEGIN CERTIFICATE-----\n" + root + "\n-----END CERTIFICATE-----\n");
            System.out.println(world.dns().getPort() + " " + world.httpsPort());
            System.in.transferTo(System.out);
        }
    }
}
