package io.github.mtasts.issue;

/** How much a finding matters to the mail of the domain. */
public enum Severity {
    /** Conforming senders will see no policy, or will refuse mail. */
    ERROR,
    /** It works, but some senders differ, or it is fragile. */
    WARNING,
    /** Worth knowing. */
    INFO
}
