package io.github.mtasts;

import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import io.github.mtasts.spi.MxHost;
import io.github.mtasts.spi.MxResolver;
import io.github.mtasts.spi.PolicyFetcher;
import io.github.mtasts.spi.PolicyResponse;
import io.github.mtasts.spi.TxtRecord;
import io.github.mtasts.spi.TxtResolver;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Ports for one check of example.org; each call stays open until a test completes it. */
final class OpenPorts implements TxtResolver, MxResolver, PolicyFetcher {

    static final Lookup<TxtRecord> RECORD = Lookup.found(List.of(TxtRecord.of("v=STSv1; id=1")));
    static final Lookup<TxtRecord> NO_TLS_RPT = Lookup.without(LookupStatus.NO_SUCH_NAME, "");
    static final Lookup<MxHost> HOSTS = Lookup.found(List.of(new MxHost(10, "mail.example.org")));
    static final PolicyResponse POLICY =
            PolicyResponse.ok("version: STSv1\nmode: enforce\nmx: mail.example.org\nmax_age: 604800\n");

    final CompletableFuture<Lookup<TxtRecord>> record = new CompletableFuture<>();
    final CompletableFuture<Lookup<TxtRecord>> tlsRpt = new CompletableFuture<>();
    final CompletableFuture<Lookup<MxHost>> hosts = new CompletableFuture<>();
    final CompletableFuture<PolicyResponse> policy = new CompletableFuture<>();
    final List<String> asked = new CopyOnWriteArrayList<>();

    MtaStsCheckerBuilder builder() {
        return MtaStsChecker.builder().resolver(this).policyFetcher(this);
    }

    /** Healthy answers to all but the calls that are completed already. */
    void answerTheRest() {
        record.complete(RECORD);
        tlsRpt.complete(NO_TLS_RPT);
        hosts.complete(HOSTS);
        policy.complete(POLICY);
    }

    List<CompletableFuture<?>> calls() {
        return List.of(record, tlsRpt, hosts, policy);
    }

    @Override
    public CompletableFuture<Lookup<TxtRecord>> resolveTxt(String name) {
        asked.add("TXT " + name);
        return name.startsWith("_mta-sts.") ? record : tlsRpt;
    }

    @Override
    public CompletableFuture<Lookup<MxHost>> resolveMx(String domain) {
        asked.add("MX " + domain);
        return hosts;
    }

    @Override
    public CompletableFuture<PolicyResponse> fetchPolicy(URI url) {
        asked.add("GET " + url);
        return policy;
    }
}
