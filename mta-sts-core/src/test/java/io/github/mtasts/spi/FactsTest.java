package io.github.mtasts.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.mtasts.syntax.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Facts are values: complete, unmodifiable, and free of contradiction. */
class FactsTest {

    @Test
    void whatWasFoundIsSaidWithItsRecords() {
        assertThatIllegalArgumentException().isThrownBy(() -> Lookup.without(LookupStatus.FOUND, ""));
    }

    @Test
    void whatWasFoundHasARecord() {
        assertThatIllegalArgumentException().isThrownBy(() -> Lookup.found(List.of()));
    }

    @Test
    void aLookupKeepsNoListOfTheCaller() {
        List<String> records = new ArrayList<>(List.of("first"));
        Lookup<String> lookup = Lookup.found(records);

        records.add("second");

        assertThat(lookup.records()).containsExactly("first");
    }

    @Test
    void theOctetsOfARecordAreItsStringsJoinedWithNothingBetween() {
        assertThat(new TxtRecord(List.of(Octets.of("v=STSv1; "), Octets.ofLatin1("id=\u00FF")))
                        .octets()
                        .bytes())
                .containsExactly('v', '=', 'S', 'T', 'S', 'v', '1', ';', ' ', 'i', 'd', '=', 0xFF);
    }

    @Test
    void aPolicyGivenAsTextIsServedAsItsUtf8Octets() {
        assertThat(PolicyResponse.ok("\u00E9").body()).contains(Octets.of("\u00E9"));
    }

    @Test
    void ofSeveralMediaTypesTheFirstIsTheOne() {
        PolicyResponse several = PolicyResponse.answer(200)
                .contentTypes(List.of("text/html", "text/plain"))
                .build();

        assertThat(several.contentType()).contains("text/html");
        assertThat(several.contentTypes()).containsExactly("text/html", "text/plain");
        assertThat(PolicyResponse.ok("").contentTypes()).containsExactly("text/plain");
        assertThat(PolicyResponse.answer(200).build().contentTypes()).isEmpty();
    }

    @Test
    void aResponseIsBuiltFromWhateverIsKnown() {
        CertificateSummary certificate =
                new CertificateSummary(Optional.empty(), Optional.empty(), Optional.of("CN=CA"), List.of());
        PolicyResponse whole = PolicyResponse.answer(200)
                .contentType("text/plain")
                .body(Octets.of("text"))
                .location("/")
                .aliases(List.of("alias.example"))
                .addresses(List.of("192.0.2.1"))
                .attempts(List.of(new FetchAttempt("192.0.2.1", FetchStatus.OK, "")))
                .certificate(certificate)
                .detail("why")
                .build();

        assertThat(whole.status()).isEqualTo(FetchStatus.OK);
        assertThat(whole.httpStatus()).contains(200);
        assertThat(whole.contentType()).contains("text/plain");
        assertThat(whole.body()).contains(Octets.of("text"));
        assertThat(whole.location()).contains("/");
        assertThat(whole.aliases()).containsExactly("alias.example");
        assertThat(whole.addresses()).containsExactly("192.0.2.1");
        assertThat(whole.attempts()).containsExactly(new FetchAttempt("192.0.2.1", FetchStatus.OK, ""));
        assertThat(whole.certificate()).contains(certificate);
        assertThat(whole.detail()).isEqualTo("why");
        assertThat(whole.toBuilder().build()).isEqualTo(whole).hasSameHashCodeAs(whole);
        assertThat(whole.toBuilder().detail("").build()).isNotEqualTo(whole);
    }

    @Test
    void aCopyOfALookupKeepsTheRest() {
        Lookup<String> lookup = Lookup.found(List.of("record"))
                .withAliases(List.of("alias"))
                .withTtl(Duration.ofSeconds(1))
                .withAuthenticated(true)
                .withDetail("detail");

        assertThat(lookup.records()).containsExactly("record");
        assertThat(lookup.aliases()).containsExactly("alias");
        assertThat(lookup.ttl()).contains(Duration.ofSeconds(1));
        assertThat(lookup.authenticated()).isTrue();
        assertThat(lookup.detail()).isEqualTo("detail");
        assertThat(lookup).isEqualTo(lookup.withDetail("detail")).isNotEqualTo(lookup.withDetail(""));
    }

    @SuppressWarnings("NullAway") // null is what is tried
    static Stream<ThrowingCallable> factsWithNull() {
        PolicyResponse whole = PolicyResponse.ok("");
        return Stream.of(
                () -> Lookup.without(null, ""),
                () -> Lookup.without(LookupStatus.NO_RECORDS, "").withDetail(null),
                () -> Lookup.without(LookupStatus.NO_RECORDS, "").withTtl(null),
                () -> Lookup.found(null),
                () -> Lookup.without(LookupStatus.NO_RECORDS, null),
                () -> Lookup.found(List.of("record")).withAliases(null),
                () -> TxtRecord.of((String) null),
                () -> new MxHost(10, null),
                () -> new CertificateSummary(null, Optional.empty(), Optional.empty(), List.of()),
                () -> new CertificateSummary(Optional.empty(), null, Optional.empty(), List.of()),
                () -> new CertificateSummary(Optional.empty(), Optional.empty(), null, List.of()),
                () -> new CertificateSummary(Optional.empty(), Optional.empty(), Optional.empty(), null),
                () -> PolicyResponse.without(null, ""),
                () -> PolicyResponse.without(FetchStatus.TIMED_OUT, null),
                () -> whole.toBuilder().contentType(null),
                () -> whole.toBuilder().body(null),
                () -> whole.toBuilder().location(null),
                () -> whole.toBuilder().aliases(null),
                () -> whole.toBuilder().addresses(null),
                () -> whole.toBuilder().certificate(null),
                () -> whole.toBuilder().detail(null));
    }

    @ParameterizedTest
    @MethodSource("factsWithNull")
    void nullIsRefusedByName(ThrowingCallable fact) {
        assertThatNullPointerException().isThrownBy(fact).withMessageMatching("[a-zA-Z]+");
    }
}
