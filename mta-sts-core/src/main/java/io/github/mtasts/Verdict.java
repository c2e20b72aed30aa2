package io.github.mtasts;

/** What a domain's MTA-STS deployment comes to, in one word. */
public enum Verdict {
    /** Conforming senders enforce TLS, and every MX host is covered. */
    ENFORCED,
    /** A valid policy in testing mode: senders report, and deliver all the same. */
    TESTING,
    /** A valid policy that opts out. */
    NONE,
    /** No record and no policy: the domain never deployed MTA-STS, or has retired it. */
    ABSENT,
    /** Something is published that conforming senders will ignore, or an enforcing policy refuses the domain's own MX hosts. */
    BROKEN,
    /** A transient failure hid the answer, or the domain name is invalid. Never reported as absence. */
    UNDETERMINED
}
