package io.github.mtasts.issue;

/** How much an issue matters to the mail of the domain. */
public enum Severity {
    ERROR("Conforming senders see no policy, or refuse to deliver."),
    WARNING("It works, but some senders behave differently, or it is fragile."),
    INFO("Worth knowing.");

    private final String meaning;

    Severity(String meaning) {
        this.meaning = meaning;
    }

    /**
     * What the severity means.
     *
     * @return one sentence
     */
    public String meaning() {
        return meaning;
    }
}
