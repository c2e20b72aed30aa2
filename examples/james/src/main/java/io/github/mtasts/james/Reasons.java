package io.github.mtasts.james;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.sender.HostResult;
import java.io.IOException;
import javax.mail.MessagingException;

/** Words for what went wrong, in the form from which James knows what to do next. */
final class Reasons {

    private Reasons() {}

    /**
     * A failure that is about this host, and not about the message: James goes on to the next MX host after an I/O error
     * alone, and takes a text that begins with a 5 for a reply that ends the matter.
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
