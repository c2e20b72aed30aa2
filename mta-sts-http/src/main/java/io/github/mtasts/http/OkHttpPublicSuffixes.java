package io.github.mtasts.http;

import io.github.mtasts.spi.PublicSuffixes;
import java.util.Objects;
import java.util.Optional;
import okhttp3.HttpUrl;

/** The list of public suffixes (publicsuffix.org) that OkHttp brings along: as new as its release. Thread-safe. */
public final class OkHttpPublicSuffixes implements PublicSuffixes {

    /** The list, which is read when it is first needed. */
    public OkHttpPublicSuffixes() {}

    @Override
    public Optional<String> registrableDomain(String domain) {
        HttpUrl url = HttpUrl.parse("https://" + Objects.requireNonNull(domain, "domain") + "/");
        return Optional.ofNullable(url).map(HttpUrl::topPrivateDomain);
    }
}
