package io.github.mtasts.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A site with its certificate, which is made when the first client comes. */
final class ServedSite {

    private final String policyHost;
    private final PolicySite site;
    private final TestCa ca;
    private @Nullable SSLContext tls;

    ServedSite(String policyHost, PolicySite site, TestCa ca) {
        this.policyHost = policyHost;
        this.site = site;
        this.ca = ca;
    }

    PolicySite site() {
        return site;
    }

    /** TLS over a connection of which some octets were read already. */
    SSLSocket layer(Socket connection, InputStream alreadyRead) throws IOException {
        return (SSLSocket) tls().getSocketFactory().createSocket(connection, alreadyRead, true);
    }

    private synchronized SSLContext tls() {
        if (tls == null) {
            tls = ca.contextFor(policyHost, site.certificate());
        }
        return tls;
    }
}
