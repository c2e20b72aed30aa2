package io.github.mtasts.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.mtasts.syntax.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Facts are values: complete, unmodifiable, and free of contradiction. */
class FactsTest {

    @ParameterizedTest
    @EnumSource(value = LookupStatus.class, names = "FOUND", mode = EnumSource.Mode.EXCLUDE)
    void onlyWhatWasFoundHasRecords(LookupStatus status) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Lookup<>(status, List.of("record"), List.of(), Optional.empty(), false, ""));
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

    @SuppressWarnings("NullAway") // null is what is tried
    static Stream<ThrowingCallable> factsWithNull() {
        PolicyResponse whole = PolicyResponse.ok("");
        return Stream.of(
                () -> new Lookup<>(null, List.of(), List.of(), Optional.empty(), false, ""),
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
                () -> PolicyResponse.answer(200, null, new byte[0]),
                () -> whole.withLocation(null),
                () -> whole.withHost(null, List.of(), Optional.empty()),
                () -> whole.withHost(List.of(), null, Optional.empty()),
                () -> whole.withHost(List.of(), List.of(), null),
                () -> new PolicyResponse(
                        FetchStatus.OK,
                        null,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        ""),
                () -> new PolicyResponse(
                        FetchStatus.OK,
                        Optional.empty(),
                        Optional.empty(),
                        null,
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        ""));
    }

    @ParameterizedTest
    @MethodSource("factsWithNull")
    void nullIsRefused(ThrowingCallable fact) {
        assertThatNullPointerException().isThrownBy(fact);
    }
}
