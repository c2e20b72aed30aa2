package io.github.mtasts.sender;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.TrustAnchor;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** The roots that the Java runtime trusts, its settings (javax.net.ssl.trustStore) included. */
final class RuntimeRoots {

    private RuntimeRoots() {}

    static Set<TrustAnchor> anchors() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            @Nullable KeyStore theRuntimes = null;
            factory.init(theRuntimes);
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()))
                    .map(root -> new TrustAnchor(root, null))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (GeneralSecurityException noRoots) {
            throw new IllegalStateException("the Java runtime has no trust store: give roots with trust(…)", noRoots);
        }
    }
}
