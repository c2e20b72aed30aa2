package io.github.mtasts.jakartamail.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** The demonstration, over real DNS, HTTPS and SMTP. */
class DemoTest {

    @Test
    void theRightHostGetsTheMessageAndTheWrongOneIsRefused() {
        StringWriter out = new StringWriter();

        int code = Main.run(new PrintWriter(out, true), "--demo");

        assertThat(code).isZero();
        assertThat(out.toString().lines())
                .anySatisfy(line -> assertThat(line).contains("mx.proven.example [127.0.25.1]: delivered over TLSv1.3"))
                .anySatisfy(line -> assertThat(line)
                        .contains("mx.wrong-name.example [127.0.25.2]: refused, certificate-host-mismatch"))
                .anySatisfy(line -> assertThat(line)
                        .contains("mx.cn-only.example [127.0.25.3]: refused, certificate-host-mismatch"))
                .anySatisfy(line ->
                        assertThat(line).contains("mx.expired.example [127.0.25.4]: refused, certificate-expired"))
                .anySatisfy(line -> assertThat(line)
                        .contains("mx.untrusted.example [127.0.25.5]: refused, certificate-not-trusted"))
                .anySatisfy(line -> assertThat(line)
                        .contains("mx.no-starttls.example [127.0.25.6]: refused, starttls-not-supported"))
                .anySatisfy(
                        line -> assertThat(line).contains("mx2.second.example [127.0.25.9]: delivered over TLSv1.3"))
                .anySatisfy(line -> assertThat(line)
                        .contains(
                                "mx.testing.example [127.0.25.10]: delivered over TLSv1.3, certificate-host-mismatch"))
                .anySatisfy(
                        line -> assertThat(line).contains("mx.plain.example [127.0.25.12]: delivered in plain text"));
    }

    @Test
    void withoutTheOptionThereIsNothingToDo() {
        assertThat(Main.run(new PrintWriter(new StringWriter()))).isEqualTo(2);
    }
}
