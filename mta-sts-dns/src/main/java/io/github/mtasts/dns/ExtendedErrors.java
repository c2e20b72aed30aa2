package io.github.mtasts.dns;

import io.github.mtasts.issue.RemoteText;
import java.util.List;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;

/** What a server says about its failure beside the response code, such as that DNSSEC validation failed (RFC 8914). */
final class ExtendedErrors {

    private static final int SHOWN = 3;

    private ExtendedErrors() {}

    /** Human-readable, in brackets, after a space; empty when the server gives none. */
    static String shown(Message message) {
        OPTRecord edns = message.getOPT();
        List<String> errors = edns == null
                ? List.of()
                : edns.getOptions(EDNSOption.Code.EDNS_EXTENDED_ERROR).stream()
                        .filter(ExtendedErrorCodeOption.class::isInstance)
                        .limit(SHOWN)
                        .map(error -> shown((ExtendedErrorCodeOption) error))
                        .toList();
        return errors.isEmpty() ? "" : " (" + RemoteText.list(errors) + ")";
    }

    private static String shown(ExtendedErrorCodeOption error) {
        int code = error.getErrorCode();
        String text = error.getText();
        return "EDE " + code + " " + ExtendedErrorCodeOption.text(code)
                + (text == null || text.isEmpty() ? "" : ": " + text);
    }
}
