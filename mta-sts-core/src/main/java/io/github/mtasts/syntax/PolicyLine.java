package io.github.mtasts.syntax;

import io.github.mtasts.slip.OneEdit;
import java.util.List;

/** A line of a policy, split once: what it says by the grammar, and which field it was meant to be. */
final class PolicyLine {

    static final List<String> KEYS = List.of("version", "mode", "max_age", "mx");

    /** How surely a line speaks for its key; the first of the surest applies. */
    enum Claim {
        /** A field of the grammar, whatever its value. */
        FIELD,
        /** The very key, in a line that is malformed. */
        MALFORMED,
        /** A key that resembles the real one. */
        RESEMBLES,
        NONE
    }

    /** All of the line, and the same without white space around it. */
    final Span given;

    final Span content;

    /** Up to the sign, and behind it; both are empty where nothing separates a key from a value. */
    final Span key;

    final Span value;

    /** Separates key and value: a colon, or what stands in its place; else -1. */
    private final int sign;

    /** The key without quotes, list marks, controls and invisible characters, in lower case. */
    final String letters;

    /** The known key that this one is, or resembles; empty when it is neither. */
    final String resembled;

    Claim claim;

    /** It has octets that no policy may have, so that other faults there would only be echoes. */
    boolean isSpoilt;

    /** It is no line of a policy at all, and nothing of it belongs into one. */
    boolean isOtherText;

    PolicyLine(Span given) {
        this(given, given.trimmed());
    }

    private PolicyLine(Span given, Span content) {
        this(given, content, content.indexOf(':') >= 0 ? content.indexOf(':') : signWithoutColon(content));
    }

    private PolicyLine(Span given, Span content, int sign) {
        this(
                given,
                sign < 0 ? content.upTo(content.from()) : content.upTo(sign).trimmed(),
                sign < 0 ? content.since(content.to()) : behind(content, sign),
                sign);
    }

    PolicyLine(Span given, Span key, Span value, int sign) {
        this.given = given;
        this.content = given.trimmed();
        this.sign = sign;
        this.key = key;
        this.value = value;
        this.letters = letters(key.text());
        this.resembled = KEYS.stream()
                .filter(known -> known.equals(letters) || OneEdit.apart(letters, known))
                .findFirst()
                .orElse("");
        this.claim = resembled.isEmpty() || isComment() ? Claim.NONE : isKnown() ? Claim.MALFORMED : Claim.RESEMBLES;
    }

    /** Where {@code mode=enforce} and {@code mode enforce} end their key; other words need an equals sign. */
    private static int signWithoutColon(Span content) {
        int end = content.from();
        while (end < content.to() && isKeyCharacter(content.whole().charAt(end))) {
            end++;
        }
        boolean known = KEYS.contains(Chars.lower(content.upTo(end).text()));
        return known ? end : content.indexOf('=');
    }

    private static Span behind(Span content, int sign) {
        String text = content.whole();
        boolean colon = sign < content.to() && text.charAt(sign) == ':';
        int at = colon ? sign + 1 : sign;
        while (at < content.to() && (Chars.isWhiteSpace(text.charAt(at)) || (!colon && text.charAt(at) == '='))) {
            at++;
        }
        return content.since(at);
    }

    private static String letters(String key) {
        StringBuilder out = new StringBuilder();
        for (int at = behindNumber(key); at < key.length(); at++) {
            char c = key.charAt(at);
            if (isKeyCharacter(c)) {
                out.append(Chars.lower(c));
            } else if (Chars.isWhiteSpace(c) && !out.isEmpty()) {
                out.append('_');
            }
        }
        return out.toString();
    }

    /** Lines of a numbered list begin with {@code 1.} or {@code 1)}. */
    private static int behindNumber(String key) {
        int at = 0;
        while (at < key.length() && Chars.isDigit(key.charAt(at))) {
            at++;
        }
        boolean numbered = at > 0
                && at + 1 < key.length()
                && ".)".indexOf(key.charAt(at)) >= 0
                && Chars.isWhiteSpace(key.charAt(at + 1));
        return numbered ? at + 1 : 0;
    }

    static boolean isKeyCharacter(char c) {
        return Chars.isAlphanumeric(c) || c == '_';
    }

    boolean hasColon() {
        return sign < content.to() && sign >= 0 && content.whole().charAt(sign) == ':';
    }

    /** An equals sign stands where the colon belongs. */
    boolean hasEquals() {
        int at = sign < 0 ? content.to() : Chars.skipWhiteSpace(content.whole(), sign, content.to());
        return at < content.to() && content.whole().charAt(at) == '=';
    }

    boolean isIndented() {
        return content.from() > given.from();
    }

    boolean hasSpaceBeforeColon() {
        return key.to() < sign;
    }

    /** The key is spelt exactly as the grammar has it. */
    boolean isKnown() {
        return KEYS.contains(key.text());
    }

    /** The key is a known one, if one looks at its letters alone. */
    boolean resemblesExactly() {
        return KEYS.contains(letters);
    }

    /** It speaks for this key, however surely. */
    boolean claims(String known) {
        return claim != Claim.NONE && resembled.equals(known);
    }

    /** Of two lines for one key the one that applies. */
    static PolicyLine surer(PolicyLine first, PolicyLine later) {
        return later.claim.compareTo(first.claim) < 0 ? later : first;
    }

    /** Key and value could be told apart, well enough to show them. */
    boolean isShown() {
        return hasColon() || KEYS.contains(Chars.lower(key.text()));
    }

    Field field() {
        return new Field(key.decoded(), value.decoded(), value.or(content).place());
    }

    String meantValue() {
        return MeantValue.visible(value.text());
    }

    /** How people begin a comment, which the grammar does not allow. */
    boolean isComment() {
        String shown = MeantValue.visible(content.text());
        return !shown.isEmpty() && "#;/".indexOf(shown.charAt(0)) >= 0;
    }

    /** An item of a YAML list, or of a list in JSON that has a line for each. */
    boolean isListItem() {
        String shown = MeantValue.visible(content.text());
        return shown.startsWith("- ")
                || (shown.startsWith("\"") && Chars.words(shown).size() == 1);
    }

    /** Without the mark of a list in YAML. */
    String item() {
        String text = content.text();
        return text.startsWith("- ") ? text.substring(2) : text;
    }
}
