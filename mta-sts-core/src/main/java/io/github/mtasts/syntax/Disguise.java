package io.github.mtasts.syntax;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why a name in Unicode may not be the one that it seems to be: nobody sees that by looking at it. */
final class Disguise {

    private static final int MOST = 3;

    private Disguise() {}

    /** A sentence that begins with a space; empty where the name is what it seems. */
    static Optional<String> of(String name) {
        if (name.length() > ULabels.MAX_CHARS) {
            return Optional.empty();
        }
        List<String> found = new ArrayList<>();
        name.codePoints()
                .distinct()
                .mapToObj(Disguise::of)
                .flatMap(Optional::stream)
                .limit(MOST)
                .forEach(found::add);
        if (found.isEmpty() && ULabels.mixesScripts(name)) {
            found.add("letters of several scripts in one label");
        }
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(" The name is not what it seems: it contains " + String.join(", ", found) + ".");
    }

    private static Optional<String> of(int codePoint) {
        if (codePoint <= 0x7F) {
            return Optional.empty();
        }
        if (isInvisible(codePoint)) {
            return Optional.of(name(codePoint) + ", which does not show");
        }
        String plain = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC);
        return ULabels.isAscii(plain)
                ? Optional.of(name(codePoint) + ", which is read as " + plain.strip())
                : Optional.empty();
    }

    /** Format characters, those of no width, and the fillers of Hangul. */
    private static boolean isInvisible(int codePoint) {
        return Character.isIdentifierIgnorable(codePoint)
                || Character.isSpaceChar(codePoint)
                || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                || (codePoint >= 0xE0000 && codePoint <= 0xE0FFF)
                || codePoint == 0x34F
                || codePoint == 0x115F
                || codePoint == 0x1160
                || codePoint == 0x3164
                || codePoint == 0xFFA0;
    }

    private static String name(int codePoint) {
        String name = Character.getName(codePoint);
        return String.format("U+%04X", codePoint) + (name == null ? "" : " (" + name + ")");
    }
}
