package io.github.mtasts.service.http;

import java.util.Arrays;
import java.util.Locale;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** What a client would rather read (RFC 9110, section 12.5.1): browsers name HTML before anything, programs do not. */
final class Accepted {

    private Accepted() {}

    static boolean prefersHtml(HttpFields headers) {
        String accepted = String.join(",", headers.getValuesList(HttpHeader.ACCEPT));
        double json = Math.max(quality(accepted, Problems.MEDIA_TYPE), quality(accepted, "application/json"));
        return quality(accepted, "text/html") > json;
    }

    /** The most specific range that has the type decides. */
    private static double quality(String accepted, String type) {
        String[] ranges = {type, type.substring(0, type.indexOf('/')) + "/*", "*/*"};
        return Arrays.stream(ranges)
                .flatMap(range -> Arrays.stream(accepted.split(",", -1))
                        .map(each -> each.toLowerCase(Locale.ROOT).split(";", -1))
                        .filter(each -> each[0].strip().equals(range)))
                .findFirst()
                .map(Accepted::quality)
                .orElse(0.0);
    }

    private static double quality(String... rangeAndParameters) {
        return Arrays.stream(rangeAndParameters)
                .map(String::strip)
                .filter(parameter -> parameter.startsWith("q="))
                .findFirst()
                .map(parameter -> number(parameter.substring(2).strip()))
                .orElse(1.0);
    }

    private static double number(String text) {
        return text.matches("[01](\\.\\d{0,3})?") ? Double.parseDouble(text) : 0;
    }
}
