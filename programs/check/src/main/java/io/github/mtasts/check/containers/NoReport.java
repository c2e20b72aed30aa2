package io.github.mtasts.check.containers;

/** What can be read, but is not a report; the message goes on behind "is not a TLS report: ". */
final class NoReport extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoReport(String why) {
        super(why);
    }
}
