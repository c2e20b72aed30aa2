package io.github.mtasts;

import static io.github.mtasts.ReportField.Type.BOOLEAN;
import static io.github.mtasts.ReportField.Type.INTEGER;
import static io.github.mtasts.ReportField.Type.OBJECT;
import static io.github.mtasts.ReportField.Type.OBJECTS;
import static io.github.mtasts.ReportField.Type.STRING;
import static io.github.mtasts.ReportField.Type.STRINGS;

import java.util.List;

/**
 * A field of {@link MtaStsReport#toMap()}. The guide's table is made from these, and whatever else describes the report
 * is checked against them.
 *
 * @param path its keys from the top, such as {@code policy.max_age}; below a list, {@code issues[].code}
 * @param type its JSON type
 * @param nullable whether it can be null; no field is ever missing
 * @param meaning one sentence
 */
public record ReportField(String path, Type type, boolean nullable, String meaning) {

    private static final List<ReportField> ALL = List.of(
            field(
                    "domain",
                    STRING,
                    "The domain: A-labels, lower case, no final dot; as given if it is not a domain name."),
            field(
                    "has_mta_sts",
                    BOOLEAN,
                    "Whether a record begins with v=STSv1 and then white space, a semicolon or the end, valid or not."),
            nullable("dns_record", OBJECT, "The MTA-STS record; if there are several, the first."),
            nullable("dns_record.version", STRING, "The value of v."),
            nullable("dns_record.id", STRING, "The value of id."),
            field("dns_record.valid", BOOLEAN, "Whether the grammar accepts it; false if there are several records."),
            field("dns_record.raw", STRING, "The text as received, not escaped."),
            nullable("policy", OBJECT, "The policy; null unless the policy host answered with status 200."),
            nullable("policy.version", STRING, "The value of version."),
            nullable("policy.mode", STRING, "The value of mode, whatever it is."),
            field("policy.mx", STRINGS, "The mx patterns as written, also those that are not valid."),
            nullable("policy.max_age", INTEGER, "In seconds; null unless it is 1 to 10 digits."),
            field("policy.valid", BOOLEAN, "Whether the grammar accepts it."),
            field("policy.raw", STRING, "The text as received, not escaped."),
            nullable(
                    "mode",
                    STRING,
                    "enforce, testing or none, even if the policy is invalid; null for any other word."),
            nullable("policy_url", STRING, "Where the policy is served; null if the name is not a domain name."),
            nullable("tls_rpt", OBJECT, "The TLSRPT record; if there are several, the first."),
            nullable("tls_rpt.version", STRING, "The value of v."),
            field("tls_rpt.rua", STRINGS, "The report addresses as written, also those that are not valid."),
            field("tls_rpt.valid", BOOLEAN, "Whether the grammar accepts it; false if there are several records."),
            field("tls_rpt.raw", STRING, "The text as received, not escaped."),
            field("issues", OBJECTS, "The issues, in the order domain, record, fetch, policy, MX hosts, TLSRPT."),
            field("issues[].code", STRING, "Its name in the catalogue, which never changes."),
            field("issues[].severity", STRING, "ERROR, WARNING or INFO."),
            field("issues[].message", STRING, "What was seen, escaped and safe to print."),
            field("issues[].remedy", STRING, "What to do."),
            nullable("issues[].rfc", STRING, "Where the rule is written; null for a rule of this library."),
            field("issues[].subject", STRING, "domain, record, fetch, policy or tls_rpt, or the name of the MX host."),
            nullable(
                    "issues[].host",
                    STRING,
                    "The MX host that the issue is about, escaped; null for all other issues."),
            nullable("issues[].line", INTEGER, "From 1; null if the issue has no place in a text."),
            nullable("issues[].column", INTEGER, "From 1, in octets."),
            nullable("issues[].length", INTEGER, "In octets."),
            field("recommendations", OBJECTS, "What to do, in the order in which to act."),
            field("recommendations[].code", STRING, "The kind of advice, which never changes."),
            field(
                    "recommendations[].message",
                    STRING,
                    "What to do, with the domain's own values; escaped and safe to print."),
            nullable(
                    "recommendations[].where",
                    STRING,
                    "Where to publish the text, or to correct the MX record: an owner name or a URL."),
            nullable("recommendations[].publish", STRING, "The whole text to publish, never a part of it."),
            field("verdict", STRING, "The answer in one word."),
            field("mx", OBJECTS, "The MX hosts; without MX records the domain itself; empty for a null MX."),
            field("mx[].host", STRING, "The host's name as in the DNS."),
            nullable("mx[].preference", INTEGER, "Of the MX record; null without one."),
            nullable("mx[].covered_by", STRING, "The first pattern of the policy that matches the host, as written."),
            nullable(
                    "certificate",
                    OBJECT,
                    "The policy host's certificate, even if it was rejected; null if none was seen."),
            nullable("certificate.not_after", STRING, "When it expires (ISO 8601, UTC)."),
            nullable("certificate.issuer", STRING, "The distinguished name of its issuer."),
            field("certificate.names", STRINGS, "Its DNS names."),
            nullable("checked_at", STRING, "When the lookups were made (ISO 8601, UTC)."),
            nullable(
                    "left_out",
                    OBJECT,
                    "How many entries the lists lack, of which a report has the first hundred; null if all are whole."),
            field("left_out.policy_mx", INTEGER, "Of policy.mx."),
            field("left_out.rua", INTEGER, "Of tls_rpt.rua."),
            field("left_out.mx", INTEGER, "Of mx."),
            field("left_out.names", INTEGER, "Of certificate.names."));

    /** The JSON types that occur. */
    public enum Type {
        STRING,
        INTEGER,
        BOOLEAN,
        OBJECT,
        /** A list of strings. */
        STRINGS,
        /** A list of objects. */
        OBJECTS
    }

    /**
     * Every field.
     *
     * @return in the order in which they are written; an object or list before what is in it
     */
    public static List<ReportField> all() {
        return ALL;
    }

    private static ReportField field(String path, Type type, String meaning) {
        return new ReportField(path, type, false, meaning);
    }

    private static ReportField nullable(String path, Type type, String meaning) {
        return new ReportField(path, type, true, meaning);
    }
}
