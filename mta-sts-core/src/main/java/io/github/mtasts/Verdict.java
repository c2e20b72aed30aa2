package io.github.mtasts;

/** What a domain's MTA-STS deployment amounts to, in one word. Every text that explains a verdict takes it from here. */
public enum Verdict {
    ENFORCED("Senders require verified TLS; every MX host is covered."),
    TESTING("Testing mode: senders report failures but deliver anyway."),
    NONE("The policy opts out of MTA-STS: senders do not require TLS."),
    ABSENT("MTA-STS is not deployed: no record, and no policy seen."),
    BROKEN("What is published does not work: senders ignore it, or the policy rejects the domain's own MX hosts."),
    UNDETERMINED("A temporary failure prevented an answer, or the name is not a domain;"
            + " it does not mean that MTA-STS is absent.");

    private final String meaning;

    Verdict(String meaning) {
        this.meaning = meaning;
    }

    /**
     * What the verdict means.
     *
     * @return one sentence
     */
    public String meaning() {
        return meaning;
    }
}
