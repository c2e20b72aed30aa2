package io.github.mtasts.tlsrpt;

import io.github.mtasts.issue.Severity;

/**
 * The closed catalogue of deviations. Names are API: none is ever renamed, and minor releases add some, so a
 * {@code switch} over them needs a {@code default}.
 */
public enum DeviationCode {
    REPORT_BYTE_ORDER_MARK(warning("RFC 8259 §8.1")
            .means("The file begins with a byte order mark, which JSON does not allow.")
            .remedy("Write UTF-8 without a byte order mark.")),
    REPORT_REQUIRED_MEMBER_MISSING(
            error("RFC 8460 §4.4")
                    .means("A member is missing without which the report cannot be used.")
                    .remedy(
                            "Always write organization-name, date-range with both of its times, report-id, policies, and a summary for each policy.")),
    REPORT_MEMBER_MISSING(warning("RFC 8460 §4.4")
            .means("A member is missing; the rest of the report can be used without it.")
            .remedy("Write every member that the RFC gives for this kind of policy or failure.")),
    REPORT_MEMBER_NAME_NONSTANDARD(warning("RFC 8460 §4.4")
            .means(
                    "A member is misspelled, or has a name from a draft of the RFC; it is read as the member that is meant.")
            .remedy("Use the RFC's name for it.")),
    REPORT_MEMBER_UNKNOWN(info("RFC 8460 §4.4")
            .means("A member is not defined in RFC 8460, and is ignored.")
            .remedy("Nothing needs to change if it is an extension; otherwise check its spelling.")),
    REPORT_MEMBER_TYPE_INVALID(error("RFC 8460 §4.4")
            .means("A required member has a JSON type from which its value cannot be read.")
            .remedy("Use the JSON type that the RFC gives.")),
    REPORT_MEMBER_TYPE_NONSTANDARD(warning("RFC 8460 §4.4")
            .means("A member has a JSON type other than the RFC's; the report can still be used.")
            .remedy("Use the JSON type that the RFC gives, such as an array even for a single entry.")),
    REPORT_TEXT_EMPTY(warning("RFC 8460 §4.4")
            .means("A text that should say something is empty.")
            .remedy("Fill it in.")),
    REPORT_TEXT_LONE_SURROGATE(warning("RFC 7493 §2.1")
            .means("A text contains half of a surrogate pair, which is not a character.")
            .remedy("Cut texts between characters, not inside them.")),
    REPORT_DATE_TIME_INVALID(
            error("RFC 8460 §4.4").means("A text is not a date-time.").remedy("Write it as 2026-11-23T00:00:00Z.")),
    REPORT_DATE_TIME_NONSTANDARD(warning("RFC 3339 §5.6")
            .means("A date-time is not in the form of RFC 3339, but clear enough to be read.")
            .remedy("Write it as 2026-11-23T00:00:00Z.")),
    REPORT_PERIOD_NOT_A_DAY(warning("RFC 8460 §4.1")
            .means("The report does not cover exactly one UTC day.")
            .remedy("Report from 00:00 to 24:00 UTC.")),
    REPORT_PERIOD_REVERSED(warning("RFC 8460 §4.1")
            .means("The period that the report covers ends before it starts.")
            .remedy("Write the earlier time as start-datetime, the later one as end-datetime.")),
    REPORT_POLICIES_EMPTY(error("RFC 8460 §4.4")
            .means("The report contains no policy, so it reports nothing.")
            .remedy("Write one entry for each policy that was applied, no-policy-found included.")),
    REPORT_POLICY_TYPE_UNKNOWN(warning("RFC 8460 §4.4")
            .means("The policy type is not one that RFC 8460 defines.")
            .remedy("Use tlsa, sts or no-policy-found.")),
    REPORT_POLICY_DOMAIN_INVALID(warning("RFC 8460 §4.4")
            .means("The policy domain is not a domain name in A-labels.")
            .remedy("Write internationalized names in their xn-- form.")),
    REPORT_RESULT_TYPE_UNKNOWN(info("RFC 8460 §4.3")
            .means("The result type is not one that RFC 8460 defines; new ones can be registered.")
            .remedy("Nothing needs to change if it is registered; otherwise use validation-failure.")),
    REPORT_LETTER_CASE(info("RFC 8460 §4.4")
            .means("A policy type or result type is not in lower case.")
            .remedy("Write it in lower case.")),
    REPORT_COUNT_INVALID(error("RFC 8460 §4.4")
            .means("A value is not a number of sessions.")
            .remedy("Write an integer from 0 to 9007199254740991.")),
    REPORT_COUNT_NONSTANDARD(warning("RFC 8460 §4.4")
            .means("A number of sessions is written as a fraction, such as 7.0.")
            .remedy("Write it as an integer.")),
    REPORT_FAILURES_UNEXPLAINED(warning("RFC 8460 §4.4")
            .means("Sessions failed, but the report does not say how.")
            .remedy("Write failure-details with a result type for every failed session.")),
    REPORT_COUNTS_CONTRADICT(warning("RFC 8460 §4.2")
            .means(
                    "The summary and failure-details contradict each other on how many sessions failed; the larger number"
                            + " is used.")
            .remedy("Count every failed session once in the summary, and in failure-details for each way in which it"
                    + " failed.")),
    REPORT_DEVIATIONS_OMITTED(info("RFC 8460 §4.4")
            .means("The report deviates in more ways than are listed.")
            .remedy("Fix the deviations that are listed, and read the report again."));

    @SuppressWarnings("ImmutableEnumChecker") // a final class of final fields
    private final Entry entry;

    DeviationCode(Entry entry) {
        this.entry = entry;
    }

    /**
     * How much it matters to the reader of the report.
     *
     * @return ERROR where the report is not valid because of it, WARNING where it breaks a rule but can be read, INFO
     *     where it may be intended
     */
    public Severity severity() {
        return entry.severity;
    }

    /**
     * The rule that the report breaks.
     *
     * @return such as {@code RFC 8460 §4.4}
     */
    public String reference() {
        return entry.reference;
    }

    /**
     * What the deviation means.
     *
     * @return one sentence
     */
    public String meaning() {
        return entry.meaning;
    }

    /**
     * What the reporter should do about it.
     *
     * @return one sentence
     */
    public String remedy() {
        return entry.remedy;
    }

    private static Entry error(String reference) {
        return new Entry(Severity.ERROR, reference, "", "");
    }

    private static Entry warning(String reference) {
        return new Entry(Severity.WARNING, reference, "", "");
    }

    private static Entry info(String reference) {
        return new Entry(Severity.INFO, reference, "", "");
    }

    private record Entry(Severity severity, String reference, String meaning, String remedy) {

        Entry means(String sentence) {
            return new Entry(severity, reference, sentence, remedy);
        }

        Entry remedy(String sentence) {
            return new Entry(severity, reference, meaning, sentence);
        }
    }
}
