package io.github.mtasts.http;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyManagementException;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** The parts of Java's TLS that a fetcher is made of: once each, for all its fetches. */
final class Tls {

    private Tls() {}

    static X509TrustManager trusting(List<X509Certificate> roots) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (int i = 0; i < roots.size(); i++) {
                store.setCertificateEntry(String.valueOf(i), roots.get(i));
            }
            return trusting(store);
        } catch (GeneralSecurityException | IOException unsupported) {
            throw new IllegalStateException("this Java runtime lacks a key store", unsupported);
        }
    }

    static X509TrustManager trustingSystem() {
        try {
            return trusting((KeyStore) null);
        } catch (GeneralSecurityException unsupported) {
            throw new IllegalStateException("this Java runtime lacks trusted roots", unsupported);
        }
    }

    private static X509TrustManager trusting(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }

    /** A context without a client certificate. Each session ends with its connection, so hardly one is kept. */
    static SSLContext context(CertificateCheck check) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[0], new TrustManager[] {check}, null);
            SSLSessionContext sessions = context.getClientSessionContext();
            sessions.setSessionCacheSize(1);
            sessions.setSessionTimeout(1);
            return context;
        } catch (KeyManagementException | NoSuchAlgorithmException unsupported) {
            throw new IllegalStateException("this Java runtime lacks TLS", unsupported);
        }
    }
}
