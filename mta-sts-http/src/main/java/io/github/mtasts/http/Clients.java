package io.github.mtasts.http;

import java.net.Proxy;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.X509TrustManager;
import okhttp3.Authenticator;
import okhttp3.CertificatePinner;
import okhttp3.ConnectionSpec;
import okhttp3.CookieJar;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/** Makes OkHttp as strict as a policy fetch has to be (RFC 8461, section 3.3), whatever it was set to before. */
final class Clients {

    /** TLS 1.2 and 1.3, with every cipher suite that Java still enables: a checker must not be stricter than senders are. */
    private static final ConnectionSpec TLS = new ConnectionSpec.Builder(ConnectionSpec.MODERN_TLS)
            .allEnabledCipherSuites()
            .build();

    private Clients() {}

    static OkHttpClient strict(@Nullable OkHttpClient given, List<X509Certificate> trusted) {
        OkHttpClient basis = given == null ? ours() : given;
        CertificateCheck check = new CertificateCheck(authorities(basis, trusted));
        OkHttpClient.Builder strict = basis.newBuilder()
                .sslSocketFactory(Tls.context(check).getSocketFactory(), check)
                .certificatePinner(CertificatePinner.DEFAULT)
                .connectionSpecs(List.of(TLS))
                .protocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1))
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .fastFallback(false)
                .cookieJar(CookieJar.NO_COOKIES)
                .cache(null)
                .proxy(Proxy.NO_PROXY)
                .authenticator(Authenticator.NONE)
                .proxyAuthenticator(Authenticator.NONE);
        strict.interceptors().clear();
        strict.networkInterceptors().clear();
        return strict.build();
    }

    /** As many threads as there are fetches at once: one that waited for a thread would be reported as a timeout. */
    static ExecutorService threads() {
        return new ThreadPoolExecutor(0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(task, "mta-sts-http");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Without timeouts, as each fetch has its deadline. */
    private static OkHttpClient ours() {
        return new OkHttpClient.Builder()
                .connectTimeout(Duration.ZERO)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .build();
    }

    private static List<X509TrustManager> authorities(OkHttpClient basis, List<X509Certificate> trusted) {
        List<X509TrustManager> authorities = new ArrayList<>();
        X509TrustManager system = basis.x509TrustManager();
        authorities.add(system == null ? Tls.trustingSystem() : system);
        if (!trusted.isEmpty()) {
            authorities.add(Tls.trusting(trusted));
        }
        return authorities;
    }
}
