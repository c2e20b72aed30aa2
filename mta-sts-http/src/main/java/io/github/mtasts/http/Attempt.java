package io.github.mtasts.http;

import io.github.mtasts.certificate.DnsIds;
import io.github.mtasts.spi.CertificateSummary;
import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.syntax.Octets;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.AsyncTimeout;
import org.jspecify.annotations.Nullable;

/** One GET at one address, over its own connection. */
final class Attempt {

    private static final int MOST_TYPES = 10;

    private final InetAddress address;
    private final GuardedSockets sockets;
    private final Call call;
    private final ConnectLimit limit;
    private volatile @Nullable SSLSession session;
    private volatile @Nullable CertificateSummary certificate;
    private volatile int httpStatus;

    /**
     * Prepares it.
     *
     * @param connect how long TCP and TLS may take; zero when only the deadline applies
     * @param deadline how long all of it may take
     */
    Attempt(
            OkHttpClient client,
            Request request,
            InetAddress address,
            Predicate<InetAddress> permitted,
            Duration connect,
            Duration deadline) {
        this.address = address;
        this.sockets = new GuardedSockets(permitted, () -> isCancelled());
        this.limit = new ConnectLimit();
        limit.timeout(connect.toNanos(), TimeUnit.NANOSECONDS);
        this.call = client.newBuilder()
                .dns(host -> List.of(address))
                .socketFactory(sockets)
                .hostnameVerifier((host, established) -> secured(host, established))
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .addNetworkInterceptor(this::withoutFollowUp)
                .callTimeout(deadline)
                .build()
                .newCall(request);
    }

    void cancel() {
        call.cancel();
    }

    private boolean isCancelled() {
        return call.isCanceled();
    }

    Tried run() {
        limit.enter();
        try (Response answer = call.execute()) {
            return new Tried(address, true, read(answer), Optional.ofNullable(certificate));
        } catch (IOException failure) {
            return failed(failure);
        } finally {
            limit.exit();
            call.cancel(); // else OkHttp would first read what is left of the body
            endSession();
        }
    }

    private PolicyResponse read(Response answer) throws IOException {
        // Only status 200 gives a policy (RFC 8461, section 3.3): no other body is read.
        boolean isPolicy = httpStatus == HttpURLConnection.HTTP_OK;
        Optional<Octets> body = isPolicy ? CappedBody.read(answer) : Optional.empty();
        boolean tooLarge = isPolicy && body.isEmpty();
        PolicyResponse.Builder response = PolicyResponse.builder(tooLarge ? FetchStatus.TOO_LARGE : FetchStatus.OK)
                .httpStatus(httpStatus);
        List<String> types = answer.headers("Content-Type");
        response.contentTypes(types.subList(0, Math.min(MOST_TYPES, types.size())));
        Optional.ofNullable(answer.header("Location")).ifPresent(response::location);
        body.ifPresent(response::body);
        if (isPolicy && CappedBody.isCompressed(answer)) {
            response.detail("sent with gzip, although the request asked for none");
        }
        return response.build();
    }

    /** Called when the handshake is over, with a certificate that was checked in its course. */
    private boolean secured(String host, SSLSession established) {
        session = established;
        limit.exit();
        try {
            X509Certificate leaf = (X509Certificate) established.getPeerCertificates()[0];
            certificate = CertificateCheck.summary(leaf);
            return DnsIds.anyMatches(DnsIds.of(leaf), host);
        } catch (SSLPeerUnverifiedException anonymous) {
            return false;
        }
    }

    /** OkHttp asks again after some status codes, such as 408, or 503 with Retry-After: 0. This hides them from it. */
    private Response withoutFollowUp(Interceptor.Chain chain) throws IOException {
        Response answer = chain.proceed(chain.request());
        httpStatus = answer.code();
        return answer.newBuilder().code(HttpURLConnection.HTTP_OK).build();
    }

    private Tried failed(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedCertificate refused) {
                return tried(refused.status(), Words.of(refused), Optional.of(refused.certificate()));
            }
        }
        return tried(status(failure), words(failure), Optional.ofNullable(certificate));
    }

    private FetchStatus status(IOException failure) {
        if (failure instanceof GuardedSockets.BlockedAddress) {
            return FetchStatus.BLOCKED_ADDRESS;
        }
        if (failure instanceof InterruptedIOException || limit.passed) {
            return FetchStatus.TIMED_OUT;
        }
        if (failure instanceof SSLPeerUnverifiedException) {
            return FetchStatus.TLS_UNTRUSTED; // a key that OkHttp knows to be compromised
        }
        if (session != null) {
            // An alert that comes after the handshake, such as "certificate required" of TLS 1.3.
            return failure instanceof SSLHandshakeException ? FetchStatus.TLS_FAILED : FetchStatus.PROTOCOL_ERROR;
        }
        if (sockets.unreachable()) {
            return FetchStatus.NETWORK_UNREACHABLE;
        }
        return sockets.heardFrom() ? FetchStatus.TLS_FAILED : FetchStatus.CONNECT_FAILED;
    }

    private String words(IOException failure) {
        if (status(failure) == FetchStatus.TIMED_OUT) {
            return sockets.connected()
                    ? session == null ? "no TLS handshake in time" : "no complete answer in time"
                    : "no connection in time";
        }
        if (session == null && sockets.heardPlainHttp()) {
            return "answered a TLS handshake in plain HTTP";
        }
        if (sockets.connected() && !sockets.heardFrom()) {
            return "closed or reset before any TLS: " + Words.of(failure);
        }
        return Words.of(failure);
    }

    private Tried tried(FetchStatus status, String detail, Optional<CertificateSummary> seen) {
        PolicyResponse.Builder outcome = PolicyResponse.builder(status).detail(detail);
        if (httpStatus != 0) {
            outcome.httpStatus(httpStatus);
        }
        return new Tried(address, session != null && !limit.passed, outcome.build(), seen);
    }

    /** A resumed session would hide the certificate that the server shows by then. */
    private void endSession() {
        SSLSession established = session;
        if (established != null) {
            established.invalidate();
        }
    }

    /** Ends an attempt that takes too long to connect while other addresses wait for their turn. */
    private final class ConnectLimit extends AsyncTimeout {

        private volatile boolean passed;

        @Override
        protected void timedOut() {
            passed = true;
            call.cancel();
        }
    }
}
