package io.github.mtasts;

import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.spi.CertificateSummary;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.syntax.DomainName;
import java.util.List;

/** What helps depends on who answered in place of the policy file: a guard, a proxy, an application, or somebody's hosting. */
final class FetchRemedies {

    private FetchRemedies() {}

    static String ofStatus(int status) {
        return switch (status) {
            case 400, 421 ->
                "Tell the web server the name of the policy host (a virtual host or a custom domain), and serve the policy with"
                        + " status 200.";
            case 401 -> "Serve the policy without a log-in: senders have no password.";
            case 403 ->
                "Let everybody read the policy: exempt its URL from bot protection, firewalls, country blocks and passwords, and"
                        + " check the permissions of the file.";
            case 407 -> "Serve the policy from a server that senders reach without a proxy that asks for a password.";
            case 429 ->
                "Exempt the policy's URL from rate limits: senders fetch it from many addresses, and come back daily.";
            case 502, 504, 520, 521, 522, 523, 524, 525, 526 ->
                "Check the server behind the proxy or the content network that answered, and the address under which it looks"
                        + " for that server.";
            case 503 ->
                "End the maintenance or the overload of the web server; a static file can be served in spite of both.";
            default ->
                status >= 500 && status < 600
                        ? "Look into the error log of the web server; a static file needs no application that can fail."
                        : IssueCode.FETCH_HTTP_STATUS.remedy();
        };
    }

    /** A server that does not know the name shows whatever certificate it has first. */
    static String ofNames(DomainName domain, CertificateSummary certificate) {
        List<String> names = certificate.names();
        if (names.isEmpty()) {
            return IssueCode.FETCH_CERT_NAME_MISMATCH.remedy();
        }
        return names.stream().anyMatch(name -> isRelated(domain.text(), name))
                ? "Add " + domain.policyHost()
                        + " to the names of the certificate; a wildcard stands for exactly one label."
                : "The web server shows the certificate of its hosting, since it does not know this name: add "
                        + domain.policyHost()
                        + " there as a domain (a custom domain or an alias), and have a certificate"
                        + " issued for it.";
    }

    static String ofHandshake(PolicyResponse response) {
        return response.detail().contains("plain HTTP")
                ? "Turn TLS on for port 443 of the web server: it speaks plain HTTP there."
                : IssueCode.FETCH_TLS_FAILED.remedy();
    }

    private static boolean isRelated(String domain, String name) {
        String base = DomainName.canonical(name.startsWith("*.") ? name.substring(2) : name);
        return base.equals(domain) || base.endsWith("." + domain) || domain.endsWith("." + base);
    }
}
