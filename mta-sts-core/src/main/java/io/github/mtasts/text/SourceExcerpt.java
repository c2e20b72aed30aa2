package io.github.mtasts.text;

import io.github.mtasts.issue.SourceSpan;
import io.github.mtasts.syntax.Octets;
import io.github.mtasts.text.ShownLine.Cell;

/**
 * The line that an issue is about, cut to a window around the place if it is too long, and where the carets go.
 *
 * @param text the line as shown
 * @param offset the columns before the first caret
 * @param carets how many, at least one
 */
record SourceExcerpt(String text, int offset, int carets) {

    private static final String CUT = "…";
    private static final int MAX_OCTETS_A_CELL = 4;

    /** The window of at most {@code room} columns into the text. */
    static SourceExcerpt of(Octets octets, SourceSpan span, int room) {
        String text = octets.latin1();
        int begin = lineBegin(text, span.line());
        int end = lineEnd(text, begin);
        int place = begin + Math.min(span.column() - 1, end - begin);
        int placeEnd = place + Math.min(span.length(), end - place);
        int from = sequenceBegin(text, Math.max(begin, place - room * MAX_OCTETS_A_CELL));
        int to = sequenceBegin(text, Math.min(end, place + 2 * room * MAX_OCTETS_A_CELL));
        ShownLine line = ShownLine.of(text, from, to);
        int before = line.columnsBefore(place);
        int through = Math.max(before + 1, line.columnsThrough(placeEnd));
        if (from == begin && to == end && Math.max(line.columns(), through) <= room) {
            return new SourceExcerpt(line.text(), before, through - before);
        }
        return window(line, before, through, room, from > begin, to < end);
    }

    private static SourceExcerpt window(
            ShownLine line, int before, int through, int room, boolean moreLeft, boolean moreRight) {
        int left = left(line, before, through, room, moreLeft, moreRight);
        StringBuilder shown = new StringBuilder();
        boolean cutLeft = left > 0 || moreLeft;
        int used = cutLeft ? 1 : 0;
        int offset = used;
        int limit = !moreRight && line.columns() - left <= room - used ? room : room - 1;
        int column = 0;
        boolean cutRight = moreRight;
        for (Cell cell : line.cells()) {
            if (column >= left) {
                if (used + cell.columns() > limit) {
                    cutRight = true;
                    break;
                }
                offset += column < before ? cell.columns() : 0;
                shown.append(cell.text());
                used += cell.columns();
            }
            column += cell.columns();
        }
        int carets = Math.max(1, Math.min(through - before, used - offset));
        return new SourceExcerpt((cutLeft ? CUT : "") + shown + (cutRight ? CUT : ""), offset, carets);
    }

    /** The column at which the window begins: the place and what leads to it first, then as much as fits. */
    private static int left(ShownLine line, int before, int through, int room, boolean moreLeft, boolean moreRight) {
        if (through < room && !moreLeft) {
            return 0;
        }
        int context = before - room / 4;
        boolean fits = through - before <= room - 2;
        int wholePlace = fits ? Math.min(before, Math.max(context, through - (room - 2))) : context;
        int wholeEnd = moreRight ? wholePlace : Math.min(wholePlace, line.columns() - (room - 1));
        return Math.max(0, wholeEnd);
    }

    private static int lineBegin(String text, int number) {
        int begin = 0;
        for (int line = 1; line < number; line++) {
            int next = text.indexOf('\n', begin);
            if (next < 0) {
                return text.length();
            }
            begin = next + 1;
        }
        return begin;
    }

    /** Before the LF or CRLF. */
    private static int lineEnd(String text, int begin) {
        int next = text.indexOf('\n', begin);
        int end = next < 0 ? text.length() : next;
        return next > begin && text.charAt(next - 1) == '\r' ? end - 1 : end;
    }

    /** Not in the middle of a character: octets 10xxxxxx continue one. */
    private static int sequenceBegin(String text, int at) {
        int begin = at;
        while (begin > 0 && at - begin < MAX_OCTETS_A_CELL && begin < text.length() && isContinuation(text, begin)) {
            begin--;
        }
        return begin;
    }

    private static boolean isContinuation(String text, int at) {
        return text.charAt(at) >= 0x80 && text.charAt(at) < 0xC0;
    }
}
