package io.github.mtasts.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.mtasts.service.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Access and its limits: 100 checks and 10 requests a minute. */
class AccessTest {

    private static final String REALM = "Bearer realm=\"mta-sts\"";
    private static final String INVALID = REALM + ", error=\"invalid_token\"";

    @TempDir
    private Path folder;

    private final FakeTime time = new FakeTime();
    private Path path;
    private String key = "";

    @BeforeEach
    void add() {
        path = folder.resolve("keys");
        key = new KeyFile(path).add("alice", Instant.EPOCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer ", "BEARER   "})
    void aKeyAdmitsItsClientByName(String scheme) {
        Client client = from("192.0.2.1").header("Authorization", scheme + key).admittedBy(withKeys());

        assertThat(client.key()).contains("alice");
        assertThat(client.address().getHostAddress()).isEqualTo("192.0.2.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Basic YWxpY2U6c2VjcmV0", "Bearer a b"})
    void aHeaderWithoutAKeyIsUnauthorized(String header) {
        ProblemException refused = refused(withKeys(), from("192.0.2.1").header("Authorization", header));

        assertThat(refused.problem().status()).isEqualTo(401);
        assertThat(refused.headers()).containsEntry("WWW-Authenticate", REALM);
    }

    @Test
    void withoutTheHeaderAKeyIsAskedForToo() {
        assertThat(refused(withKeys(), from("192.0.2.1")).headers()).containsEntry("WWW-Authenticate", REALM);
    }

    @Test
    void aKeyThatIsNoneIsInvalidAndNotRepeated() {
        ProblemException refused =
                refused(withKeys(), from("192.0.2.1").header("Authorization", "Bearer mtasts_guess"));

        assertThat(refused.problem().status()).isEqualTo(401);
        assertThat(refused.headers()).containsEntry("WWW-Authenticate", INVALID);
        assertThat(refused.problem().toMap().toString()).doesNotContain("guess");
    }

    @Test
    void twoAuthorizationHeadersAreRefused() {
        ProblemException refused = refused(
                withKeys(),
                from("192.0.2.1").header("Authorization", "Bearer " + key).header("Authorization", "Bearer " + key));

        assertThat(refused.problem().status()).isEqualTo(401);
        assertThat(refused.headers()).containsEntry("WWW-Authenticate", INVALID);
    }

    @Test
    void whileTheKeysCannotBeReadTheServiceSaysThatItIsItsOwnFault() throws IOException {
        Access access = withKeys();
        Files.delete(path);
        time.pass(Duration.ofSeconds(1));
        ProblemException refused = refused(access, from("192.0.2.1").header("Authorization", "Bearer " + key));

        assertThat(refused.problem().status()).isEqualTo(503);
        assertThat(refused.problem().detail()).doesNotContain(folder.toString());
        assertThat(access.problem()).isPresent();
    }

    @Test
    void withoutKeysNobodyNeedsOne() {
        Client client = from("127.0.0.1").header("Authorization", "Bearer any").admittedBy(withoutKeys());

        assertThat(client.key()).isEmpty();
        assertThat(withoutKeys().problem()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LocalHost:8080", "127.0.0.1", "127.1.2.3:1", "[::1]", "[::1]:8080"})
    void withoutKeysTheHostIsThisMachine(String host) {
        assertThatCode(() ->
                        from("127.0.0.1").without("Host").header("Host", host).admittedBy(withoutKeys()))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "evil.example",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "evil.example:8080",
                "128.0.0.1",
                "[::2]",
                "localhost:",
                "localhost:x",
                "user@localhost"
            })
    void withoutKeysAnyOtherHostIsRefused(String host) {
        FakeRequest request = from("127.0.0.1").without("Host").header("Host", host);

        assertThat(refused(withoutKeys(), request).problem().status()).isEqualTo(421);
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://evil.example",
        "Origin, null",
        "Origin, http://localhost.evil.example",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"
    })
    void withoutKeysThePageOfAStrangerIsRefused(String header, String value) {
        FakeRequest request = from("127.0.0.1").header(header, value);

        assertThat(refused(withoutKeys(), request).problem().status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, http://127.0.0.1:8080",
        "Origin, http://localhost",
        "Sec-Fetch-Site, same-origin",
        "Sec-Fetch-Site, none"
    })
    void withoutKeysItsOwnPageIsAnswered(String header, String value) {
        FakeRequest request = from("127.0.0.1").header(header, value);

        assertThat(request.admittedBy(withoutKeys()).key()).isEmpty();
    }

    @Test
    void withoutKeysARequestWithoutHostIsRefused() {
        assertThat(refused(withoutKeys(), from("127.0.0.1").without("Host"))
                        .problem()
                        .status())
                .isEqualTo(421);
    }

    @Test
    void withKeysAnyHostWillDo() {
        FakeRequest request = from("192.0.2.1")
                .without("Host")
                .header("Host", "check.example.org")
                .header("Authorization", "Bearer " + key);

        assertThat(request.admittedBy(withKeys()).key()).isPresent();
    }

    @Test
    void anAddressHasItsRequestsAMinute() {
        Access access = withKeys();
        for (int i = 0; i < 10; i++) {
            client(access, "192.0.2.1");
        }
        ProblemException refused = refused(access, from("192.0.2.1").header("Authorization", "Bearer " + key));

        assertThat(refused.problem().status()).isEqualTo(429);
        assertThat(refused.problem().detail())
                .isEqualTo("An address may make 10 requests per minute. Try again in 6 seconds.");
        assertThat(refused.headers()).containsEntry("Retry-After", "6");
        assertThat(client(access, "192.0.2.2").key()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer mtasts_guess", "Basic eA=="})
    void whoHasNoValidKeyUsesUpNothingOfAKeyBehindTheSameAddress(String authorization) {
        Access access = withKeys();
        FakeRequest stranger =
                authorization.isEmpty() ? from("192.0.2.1") : from("192.0.2.1").header("Authorization", authorization);
        for (int i = 0; i < 10; i++) {
            assertThat(refused(access, stranger).problem().status()).isEqualTo(401);
        }

        assertThat(refused(access, stranger).problem().status()).isEqualTo(429);
        assertThat(client(access, "192.0.2.1").key()).isPresent();
    }

    @Test
    void aKeyUsesUpNothingOfAnotherBehindTheSameAddress() {
        String other = new KeyFile(path).add("other", Instant.EPOCH);
        Access access = withKeys();
        for (int i = 0; i < 10; i++) {
            client(access, "192.0.2.1");
        }

        assertThat(from("192.0.2.1")
                        .header("Authorization", "Bearer " + other)
                        .admittedBy(access)
                        .key())
                .contains("other");
    }

    @Test
    void theWaitIsRoundedUpToWholeSecondsAndIsEnough() {
        Access access = withoutKeys();
        for (int i = 0; i < 10; i++) {
            from("127.0.0.1").admittedBy(access);
        }
        time.pass(Duration.ofSeconds(5).minusNanos(1));
        assertThat(refused(access, from("127.0.0.1")).headers()).containsEntry("Retry-After", "2");

        time.pass(Duration.ofSeconds(2));
        assertThatCode(() -> from("127.0.0.1").admittedBy(access)).doesNotThrowAnyException();
    }

    @Test
    void anIpv6ClientIsLimitedTogetherWithIts64() {
        Access access = withoutKeys();
        for (int i = 0; i < 10; i++) {
            from("2001:db8:0:1::" + i).admittedBy(access);
        }

        assertThat(refused(access, from("2001:db8:0:1:ffff::1")).problem().status())
                .isEqualTo(429);
        assertThatCode(() -> from("2001:db8:0:2::1").admittedBy(access)).doesNotThrowAnyException();
    }

    @Test
    void aKeyHasItsChecksAMinuteFromAnyAddress() {
        Access access = withKeys();
        access.charge(client(access, "192.0.2.1"), 99);
        access.charge(client(access, "192.0.2.2"), 1);
        ProblemException refused = overcharged(access, client(access, "192.0.2.3"), 1);

        assertThat(refused.problem().status()).isEqualTo(429);
        assertThat(refused.problem().detail())
                .isEqualTo(
                        "A key may request 100 checks per minute, and not enough of them are left. Try again in 1 second.");
        assertThat(refused.headers()).containsEntry("Retry-After", "1");
    }

    @Test
    void aBatchIsChargedWholeOrNotAtAll() {
        Access access = withKeys();
        Client client = client(access, "192.0.2.1");
        access.charge(client, 60);
        ProblemException refused = overcharged(access, client, 50);

        assertThat(refused.problem().status()).isEqualTo(429);
        assertThat(refused.headers()).containsEntry("Retry-After", "6");
        assertThatCode(() -> access.charge(client, 40)).doesNotThrowAnyException();
    }

    @Test
    void aBatchThatIsLargerThanTheLimitIsRefusedForGood() {
        Access access = withKeys();
        ProblemException refused = overcharged(access, client(access, "192.0.2.1"), 101);

        assertThat(refused.problem().status()).isEqualTo(400);
        assertThat(refused.problem().detail())
                .isEqualTo(
                        "The request has 101 domains, but a key may request only 100 checks per minute. Send fewer at a time.");
        assertThat(refused.headers()).doesNotContainKey("Retry-After");
    }

    @Test
    void withoutKeysChecksAreLimitedByAddress() {
        Access access = withoutKeys();
        access.charge(from("127.0.0.1").admittedBy(access), 100);

        assertThat(overcharged(access, from("127.0.0.1").admittedBy(access), 1)
                        .problem()
                        .detail())
                .startsWith("An address may request 100 checks per minute");
        assertThatCode(() -> access.charge(from("127.0.0.2").admittedBy(access), 100))
                .doesNotThrowAnyException();
    }

    @Test
    void aKeyWithALimitOfItsOwnIsChargedByThat() {
        String bob = new KeyFile(path).add("bob", new KeyTerms(Optional.empty(), Optional.of(2)), Instant.EPOCH);
        Access access = withKeys();
        Client client =
                from("192.0.2.1").header("Authorization", "Bearer " + bob).admittedBy(access);
        access.charge(client, 2);

        assertThat(overcharged(access, client, 1).problem().detail())
                .startsWith("A key may request 2 checks per minute, and not enough of them are left.");
        assertThat(overcharged(access, client, 3).problem().detail())
                .contains("a key may request only 2 checks per minute");
    }

    @Test
    void whatAKeyWasChargedAndRefusedIsCounted() {
        Access access = withKeys();
        Client client = client(access, "192.0.2.1");
        access.charge(client, 60);
        overcharged(access, client, 50);
        overcharged(access, client, 101);

        assertThat(access.usage().keys()).containsExactly("alice");
        assertThat(access.usage().checks("alice")).isEqualTo(60);
        assertThat(access.usage().refusals("alice")).isEqualTo(2);
    }

    @Test
    void withoutKeysNothingIsCountedByKey() {
        Access access = withoutKeys();
        access.charge(from("127.0.0.1").admittedBy(access), 1);

        assertThat(access.usage().keys()).isEmpty();
    }

    private Access withKeys() {
        return new Access(Optional.of(path), WithoutKeys.ofThisMachine(), List.of(), 100, 10, time);
    }

    private Access withoutKeys() {
        return new Access(Optional.empty(), WithoutKeys.ofThisMachine(), List.of(), 100, 10, time);
    }

    private Client client(Access access, String address) {
        return from(address).header("Authorization", "Bearer " + key).admittedBy(access);
    }

    private static FakeRequest from(String peer) {
        return FakeRequest.from(peer);
    }

    private static ProblemException refused(Access access, FakeRequest request) {
        return catchThrowableOfType(ProblemException.class, () -> request.admittedBy(access));
    }

    private static ProblemException overcharged(Access access, Client client, int checks) {
        return catchThrowableOfType(ProblemException.class, () -> access.charge(client, checks));
    }
}
