package io.github.mtasts.testing;

import io.github.mtasts.spi.FetchStatus;
import io.github.mtasts.spi.PolicyFetcher;
import io.github.mtasts.spi.PolicyResponse;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * Policy hosts made of a map, for unit tests without a network. It is immutable: each method returns a copy with that
 * host added. A host that was not declared answers {@link FetchStatus#HOST_NOT_FOUND}.
 */
@CheckReturnValue
public final class FakePolicies implements PolicyFetcher {

    private static final FakePolicies EMPTY = new FakePolicies(Map.of());

    private final Map<String, PolicyResponse> responses;

    private FakePolicies(Map<String, PolicyResponse> responses) {
        this.responses = responses;
    }

    /**
     * A web without any policy host.
     *
     * @return the empty web, to add to
     */
    public static FakePolicies with() {
        return EMPTY;
    }

    /**
     * Serves a domain's policy without a fault.
     *
     * @param domain the policy domain: A-labels; {@link IllegalArgumentException} with what is wrong when it is not one
     * @param policy the text, sent as UTF-8
     * @return a copy with the policy
     */
    public FakePolicies policy(String domain, String policy) {
        return response(domain, PolicyResponse.ok(Objects.requireNonNull(policy, "policy")));
    }

    /**
     * Answers for a domain's policy host, with any outcome of a fetch.
     *
     * @param domain the policy domain: A-labels; {@link IllegalArgumentException} with what is wrong when it is not one
     * @param response the outcome of a fetch
     * @return a copy with the answer
     */
    public FakePolicies response(String domain, PolicyResponse response) {
        Map<String, PolicyResponse> more = new HashMap<>(responses);
        more.put(WireText.domain(domain, "domain").policyHost(), Objects.requireNonNull(response, "response"));
        return new FakePolicies(Map.copyOf(more));
    }

    @Override
    public CompletableFuture<PolicyResponse> fetchPolicy(URI url) {
        String host =
                String.valueOf(Objects.requireNonNull(url, "url").getHost()).toLowerCase(Locale.ROOT);
        return CompletableFuture.completedFuture(
                responses.getOrDefault(host, PolicyResponse.without(FetchStatus.HOST_NOT_FOUND, "")));
    }

    /** The outcome of each host, by name. */
    @Override
    public String toString() {
        return "FakePolicies" + new TreeMap<>(responses);
    }
}
