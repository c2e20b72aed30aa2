package io.github.mtasts.check;

import io.github.mtasts.check.containers.Place;
import io.github.mtasts.kit.Json;
import io.github.mtasts.tlsrpt.ReadReport;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The reports so far, to find those that come again: by a second mail, or in two archives. Keeps a hash of each. */
final class SeenReports {

    private final Map<String, String> places = new HashMap<>();

    /** Where the same report was before: of the same organization, id and period, with the same policies. */
    Optional<String> twin(Place place, ReadReport read) {
        if (!read.valid()) {
            return Optional.empty();
        }
        Map<String, Object> report = read.report().toMap();
        report.remove("contact-info");
        return Optional.ofNullable(places.putIfAbsent(hash(Json.octets(report)), place.shown()));
    }

    private static String hash(byte[] octets) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
