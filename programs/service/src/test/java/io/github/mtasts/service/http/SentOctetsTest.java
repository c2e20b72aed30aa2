package io.github.mtasts.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

/** The count of what was sent. */
class SentOctetsTest {

    private final AtomicLong sent = new AtomicLong();

    @Test
    void whatWasNotTakenWhenTheConnectionBrokeIsNotCounted() {
        new SentOctets.Counting(takingAndFailing(3), sent)
                .send(request("GET"), null, true, ByteBuffer.allocate(10), Callback.NOOP);

        assertThat(sent).hasValue(3);
    }

    @Test
    void ofAnAnswerToHeadNothingIsSent() {
        new SentOctets.Counting(takingAndFailing(10), sent)
                .send(request("HEAD"), null, true, ByteBuffer.allocate(10), Callback.NOOP);

        assertThat(sent).hasValue(0);
    }

    private static MetaData.Request request(String method) {
        return new MetaData.Request(method, HttpURI.from("/"), HttpVersion.HTTP_1_1, HttpFields.EMPTY);
    }

    /** A stream that takes some octets of the content, and breaks. */
    private static HttpStream takingAndFailing(int octets) {
        return (HttpStream) Proxy.newProxyInstance(
                HttpStream.class.getClassLoader(), new Class<?>[] {HttpStream.class}, (proxy, method, arguments) -> {
                    ((ByteBuffer) arguments[3]).position(octets);
                    ((Callback) arguments[4]).failed(new IOException("gone"));
                    return null;
                });
    }
}
