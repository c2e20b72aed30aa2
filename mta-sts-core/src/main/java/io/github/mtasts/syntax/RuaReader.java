package io.github.mtasts.syntax;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a faulty value of {@code rua} for what it means: whatever is not kept gets a sentence. */
final class RuaReader {

    private static final String NOT_MAIL = " cannot be read as a mail address";
    private static final String NOT_HTTPS = " cannot be read as an https URL";
    private static final String OTHER_SCHEME = " is neither mailto: nor https:";
    private static final String PLACEHOLDER = " has a placeholder";

    private static final int MOST_LEFT_OUT = 10;
    private static final int LONGEST_SHOWN = 1000;

    private final List<RuaPiece> pieces;
    private final Set<String> uris = new LinkedHashSet<>();
    private final Set<String> doubts = new LinkedHashSet<>();
    private int leftOut;
    private int unnamed;

    /** Those before the piece at hand, with only white space between them. */
    private final StringBuilder words = new StringBuilder();

    RuaReader(String value) {
        this.pieces = RuaPiece.of(value);
    }

    MeantUris read() {
        for (int at = 0; at < pieces.size(); at++) {
            RuaPiece piece = pieces.get(at);
            if (!piece.isSpaced()) {
                leaveOutWords();
            }
            switch (piece.kind()) {
                case MAIL -> at += mail(piece, at + 1);
                case NAMED_MAIL -> {
                    words.setLength(0);
                    at += mail(piece, at + 1);
                }
                case URL -> url(piece.uri());
                case OTHER_URL -> other(piece.uri(), OTHER_SCHEME);
                case PLACEHOLDER -> other(piece.uri(), PLACEHOLDER);
                case WORD -> word(words.isEmpty() ? "" : piece.gap(), piece.uri());
                case NOTHING -> {}
            }
        }
        leaveOutWords();
        if (unnamed > 0) {
            doubts.add("What is left out besides: " + unnamed + " more pieces of the text.");
        }
        return new MeantUris(List.copyOf(uris), List.copyOf(doubts));
    }

    private void other(String text, String reason) {
        leaveOutWords();
        leaveOut(text, reason);
    }

    private void url(String uri) {
        leaveOutWords();
        MeantUrl.of(uri).ifPresentOrElse(uris::add, () -> leaveOut(uri, NOT_HTTPS));
    }

    /** How many of the next pieces are parts of this address: a domain without a dot is not whole beside a word. */
    private int mail(RuaPiece piece, int next) {
        String text = piece.uri().indexOf('@') < 0 ? piece.uri().replace("%40", "@") : piece.uri();
        if (ReportUri.hasScheme(text)) {
            leaveOutWords();
        }
        if (!words.isEmpty()) {
            word(piece.gap(), text);
            leaveOutWords();
            return 0;
        }
        Optional<String> meant = ReportUri.isUsable(text) ? Optional.of(text) : MeantMail.of(text);
        boolean whole = !isWord(next) || meant.filter(RuaReader::hasDot).isPresent();
        Optional<String> joined = whole || meant.isEmpty() ? Optional.empty() : joined(text, next);
        if (joined.isPresent()) {
            uris.add(joined.get());
            RuaPiece rest = pieces.get(next);
            doubts.add("Check the address " + quote(joined.get()) + ": the record has "
                    + quote(text + rest.gap() + rest.uri()) + ".");
            return 1;
        }
        if (meant.isEmpty() || !whole) {
            leaveOut(text, NOT_MAIL);
        } else {
            uris.add(meant.get());
            if (text.substring(0, text.indexOf('@'))
                    .codePoints()
                    .anyMatch(c -> c > 0x7F && Character.isLetterOrDigit(c))) {
                doubts.add("Check the address " + quote(text) + ": not every mail server takes letters beyond ASCII.");
            }
        }
        return 0;
    }

    /** With the one word behind it, from which white space separates it, or a delimiter in the place of a dot. */
    private Optional<String> joined(String text, int next) {
        RuaPiece rest = pieces.get(next);
        boolean alone = !isWord(next + 1)
                && (next + 1 == pieces.size() || !pieces.get(next + 1).isSpaced());
        return alone && (rest.isSpaced() || rest.gap().length() == 1)
                ? MeantMail.of(text + (rest.isSpaced() ? "" : ".") + rest.uri()).filter(RuaReader::hasDot)
                : Optional.empty();
    }

    private boolean isWord(int at) {
        return at < pieces.size() && pieces.get(at).kind() == RuaPiece.Kind.WORD;
    }

    private static boolean hasDot(String uri) {
        return uri.indexOf('.', uri.indexOf('@')) >= 0;
    }

    private void word(String gap, String word) {
        if (words.length() < LONGEST_SHOWN) {
            words.append(gap).append(word);
        }
    }

    private void leaveOutWords() {
        if (!words.isEmpty()) {
            leaveOut(words.toString(), NOT_MAIL);
            words.setLength(0);
        }
    }

    private void leaveOut(String text, String reason) {
        if (leftOut < MOST_LEFT_OUT) {
            leftOut += doubts.add(quote(text) + reason + ", so it is left out.") ? 1 : 0;
        } else {
            unnamed++;
        }
    }

    private static String quote(String text) {
        return Octets.quote(Octets.of(text.substring(0, Math.min(text.length(), LONGEST_SHOWN)))
                .latin1());
    }
}
