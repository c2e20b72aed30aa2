package io.github.mtasts.service.http;

import io.github.mtasts.kit.Json;
import io.github.mtasts.service.access.Access;
import io.github.mtasts.service.access.Client;
import io.github.mtasts.service.access.Quota;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.URIUtil;
import org.jspecify.annotations.Nullable;

/** A request and its answer. Answers are sent whole and without a thread, so clients that read slowly hold up nobody. */
public final class Exchange {

    private static final String JSON = "application/json";

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final String lastPart;

    Exchange(Request request, Response response, Callback callback, String lastPart) {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.lastPart = lastPart;
    }

    Request request() {
        return request;
    }

    /** The last part of the path, decoded. */
    String lastPart() {
        return URIUtil.decodePath(lastPart);
    }

    /** What the client sent. */
    public HttpFields headers() {
        return request.getHeaders();
    }

    /** The first header of a name; null when there is none. */
    public @Nullable String header(String name) {
        return request.getHeaders().get(name);
    }

    /** The query as it was sent; empty when there is none. */
    public String query() {
        return Objects.requireNonNullElse(request.getHttpURI().getQuery(), "");
    }

    /** Where the connection comes from. */
    public InetAddress peer() {
        return ((InetSocketAddress) request.getConnectionMetaData().getRemoteSocketAddress()).getAddress();
    }

    /** Remembers a client that was admitted. */
    public void client(Client client) {
        request.setAttribute(RequestLine.CLIENT, client);
    }

    /** Charges checks to the client, and tells it what is left, whether there were enough of them or not. */
    public void charge(Access access, int checks) {
        try {
            access.charge(client(), checks);
        } finally {
            Quota quota = access.quota(client());
            put("RateLimit-Policy", quota.policy());
            put("RateLimit", quota.state());
        }
    }

    Client client() {
        return (Client) Objects.requireNonNull(request.getAttribute(RequestLine.CLIENT), RequestLine.CLIENT);
    }

    Executor threads() {
        return request.getComponents().getExecutor();
    }

    /** Sets a header of the answer. */
    public void put(String name, String value) {
        response.getHeaders().put(name, value);
    }

    /** Answers with a value as JSON. */
    public void json(int status, Object value) {
        send(status, JSON, Json.octets(value));
    }

    /** Answers with JSON that was rendered before. */
    void json(ByteBuffer octets) {
        send(200, JSON, octets);
    }

    /** Answers with octets. */
    public void send(int status, String mediaType, byte[] octets) {
        send(status, mediaType, ByteBuffer.wrap(octets));
    }

    private void send(int status, String mediaType, ByteBuffer octets) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, mediaType);
        response.write(true, octets, callback);
    }

    /** Answers without a body. */
    public void empty(int status) {
        response.setStatus(status);
        response.write(true, null, callback);
    }

    /** Answers 304. It goes past the compression, which would repeat the client's If-None-Match as the ETag. */
    void notModified(Map<String, String> headers) {
        Response plain = response;
        while (plain instanceof Response.Wrapper wrapper) {
            plain = wrapper.getWrapped();
        }
        headers.forEach(plain.getHeaders()::put);
        plain.setStatus(HttpStatus.NOT_MODIFIED_304);
        end(plain);
    }

    /** Sends the headers before the end: at once, they would have the length 0, which is not that of the document. */
    private void end(Response plain) {
        plain.write(false, null, Callback.from(() -> plain.write(true, null, callback), callback::failed));
    }

    /** Answers on the server's threads once the value is there, or with the problem that took its place. */
    public <T> void whenDone(CompletableFuture<T> value, Consumer<T> answer) {
        value.thenAcceptAsync(answer, threads()).whenComplete((done, error) -> {
            if (error != null) {
                fail(error);
            }
        });
    }

    /**
     * Answers bit by bit: writing waits for the client.
     *
     * @param writer begins to write, and completes when all is written
     * @return fails when the writer does; the answer, which has begun, is to be broken off then
     */
    CompletableFuture<Void> stream(String mediaType, Function<OutputStream, CompletableFuture<Void>> writer) {
        response.setStatus(200);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, mediaType);
        if (request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_1) {
            response.getHeaders()
                    .put(HttpHeader.TRANSFER_ENCODING, "chunked"); // else the end is that of the connection
        }
        OutputStream out = Content.Sink.asOutputStream(response);
        try {
            out.flush();
        } catch (IOException gone) {
            return CompletableFuture.failedFuture(gone);
        }
        return writer.apply(out).thenRun(() -> response.write(true, null, callback));
    }

    /** Keeps a connection on which nothing is to be seen until the answer is ready, however long that takes. */
    void waitLong() {
        request.addIdleTimeoutListener(timeout -> false);
    }

    /** Closes the connection, whatever is under way on it. */
    void cutOff() {
        request.getConnectionMetaData().getConnection().getEndPoint().close();
    }

    /** Answers with the problem that an error stands for; breaks off an answer that has begun. */
    public void fail(Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        if (response.isCommitted()) {
            Bug.logIfOurs(cause);
            callback.failed(cause);
            return;
        }
        Problems.send(Problems.of(cause), request, response, callback);
    }
}
