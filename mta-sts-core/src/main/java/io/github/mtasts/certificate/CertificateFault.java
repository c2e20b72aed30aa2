package io.github.mtasts.certificate;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.issue.ResultType;

/**
 * Why a certificate proves nothing.
 *
 * @param resultType as a report names it (RFC 8460, section 4.3)
 * @param reasonCode the failure-reason-code of a report: a short word with hyphens; never empty
 * @param detail human-readable: what exactly is wrong; remote text in it is not escaped
 */
public record CertificateFault(ResultType resultType, String reasonCode, String detail) {

    /** The fault, escaped and bounded. */
    @Override
    public String toString() {
        return resultType.text() + " (" + reasonCode + "): " + RemoteText.escape(detail);
    }
}
