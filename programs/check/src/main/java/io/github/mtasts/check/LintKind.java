package io.github.mtasts.check;

import io.github.mtasts.TextKind;

/** The texts that can be judged alone, by the words of the command line. */
enum LintKind {
    RECORD(TextKind.RECORD),
    POLICY(TextKind.POLICY),
    TLSRPT(TextKind.TLS_RPT);

    private final TextKind kind;

    LintKind(TextKind kind) {
        this.kind = kind;
    }

    TextKind kind() {
        return kind;
    }

    static String title(TextKind kind) {
        return switch (kind) {
            case RECORD -> "MTA-STS record";
            case POLICY -> "policy";
            case TLS_RPT -> "TLSRPT record";
        };
    }
}
