package io.github.mtasts.service.mcp;

import io.github.mtasts.service.http.Document;
import io.github.mtasts.service.http.Router;
import io.github.mtasts.service.problem.Problem;
import io.github.mtasts.service.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says where a client gets a token for {@code /mcp} (RFC 9728). The service grants and checks none itself: a proxy in front
 * of it does.
 *
 * @param host the name by which clients reach the service
 * @param servers the issuers of authorization servers, as https URLs; without any, nothing is said
 */
public record ProtectedResource(String host, List<String> servers) {

    private static final String PATH = "/.well-known/oauth-protected-resource/mcp";

    /** Copies the list. */
    public ProtectedResource {
        servers = List.copyOf(servers);
    }

    /** RFC 9728, section 3.1: the path of the resource stands behind the well-known one. */
    void addTo(Router router) {
        if (!servers.isEmpty()) {
            router.get(PATH, Document.json(metadata()));
        }
    }

    /** RFC 9728, section 5.1: a challenge names the metadata. */
    ProblemException challenge(ProblemException refused) {
        Problem problem = refused.problem();
        String challenge = refused.headers().get("WWW-Authenticate");
        if (servers.isEmpty() || challenge == null) {
            return refused;
        }
        Map<String, String> headers = new LinkedHashMap<>(refused.headers());
        headers.put("WWW-Authenticate", challenge + ", resource_metadata=\"https://" + host + PATH + "\"");
        return new ProblemException(problem, headers);
    }

    private Map<String, Object> metadata() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("resource", "https://" + host + "/mcp");
        map.put("authorization_servers", servers);
        map.put("bearer_methods_supported", List.of("header"));
        map.put("resource_name", "MTA-STS check");
        map.put("resource_documentation", "https://" + host + "/docs/mcp");
        return map;
    }
}
