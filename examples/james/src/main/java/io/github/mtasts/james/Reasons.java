package io.github.mtasts.james;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.sender.HostResult;
import java.io.IOException;
import javax.mail.MessagingException;

/** What went wrong, in the form that James acts on. */
final class Reasons {

    private Reasons() {}

    /**
     * A failure of this host, not of the message: James tries the next MX host only after an I/O error, and treats a text
     * that begins with a 5 as a permanent reply.
     */
    static MessagingException ofHost(String mxHost, String why) {
        String text = "MX host " + RemoteText.escape(mxHost) + " does not get the message: " + RemoteText.escape(why);
        return new MessagingException(text, new IOException(text));
    }

    static String ofRefusal(HostResult refusal) {
        return refusal.resultType().map(type -> type.text() + ": ").orElse("") + refusal.detail();
    }

    static String innermost(Exception failed) {
        Throwable cause = cause(failed);
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message.strip();
    }

    static Throwable cause(Exception failed) {
        Throwable cause = failed;
        for (int depth = 0; depth < 20 && cause.getCause() != null; depth++) {
            cause = cause.getCause();
        }
        return cause;
    }
}
