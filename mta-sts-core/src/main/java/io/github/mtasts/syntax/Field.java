package io.github.mtasts.syntax;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.issue.SourceSpan;

/**
 * A field as it could be read, for showing; it need not be valid.
 *
 * @param name as written, decoded
 * @param value as written, decoded, without the white space around it; may be empty
 * @param span the place of the value; of the whole field where the value is empty
 */
public record Field(String name, String value, SourceSpan span) {

    /** The field, escaped and bounded. */
    @Override
    public String toString() {
        return RemoteText.escape(name) + "=" + RemoteText.quote(value);
    }
}
