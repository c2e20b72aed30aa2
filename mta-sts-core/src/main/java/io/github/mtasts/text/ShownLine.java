package io.github.mtasts.text;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.syntax.Octets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A line of a received text as a terminal can show it. Places are in octets of the line, terminals use columns; this
 * knows both.
 *
 * @param cells what is shown, in order
 */
record ShownLine(List<Cell> cells) {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** One character as it is shown: itself, or its escape; an octet that is not UTF-8 as {@code \xNN}. */
    record Cell(int octet, String text, int columns) {}

    /** The octets from {@code from} up to {@code to}, one character per octet; their columns are counted from the start of the line. */
    static ShownLine of(String octets, int from, int to) {
        List<Cell> cells = new ArrayList<>();
        for (int at = from; at < to; ) {
            int length = sequence(octets, at, to);
            String shown = length == 0
                    ? "\\x" + HEX.toHexDigits((byte) octets.charAt(at))
                    : RemoteText.escape(decode(octets, at, length).codePointAt(0));
            cells.add(new Cell(at, shown, Paragraph.columns(shown)));
            at += Math.max(1, length);
        }
        return new ShownLine(cells);
    }

    String text() {
        StringBuilder out = new StringBuilder();
        cells.forEach(cell -> out.append(cell.text()));
        return out.toString();
    }

    int columns() {
        return cells.stream().mapToInt(Cell::columns).sum();
    }

    /** The columns of everything before an octet of the line. */
    int columnsBefore(int octet) {
        int columns = 0;
        for (int i = 0; i < cells.size() && end(i) <= octet; i++) {
            columns += cells.get(i).columns();
        }
        return columns;
    }

    /** The columns up to the end of the character that holds the octet before {@code octet}. */
    int columnsThrough(int octet) {
        int columns = 0;
        for (int i = 0; i < cells.size() && cells.get(i).octet() < octet; i++) {
            columns += cells.get(i).columns();
        }
        return columns;
    }

    private int end(int index) {
        return index + 1 < cells.size()
                ? cells.get(index + 1).octet()
                : cells.get(index).octet() + 1;
    }

    /** The length of the well-formed UTF-8 sequence here; 0 when there is none. */
    private static int sequence(String octets, int at, int to) {
        char lead = octets.charAt(at);
        int length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
        if (length < 2) {
            return length;
        }
        if (at + length > to) {
            return 0;
        }
        String decoded = decode(octets, at, length);
        return decoded.codePointCount(0, decoded.length()) == 1 ? length : 0;
    }

    private static String decode(String octets, int at, int length) {
        return Octets.ofLatin1(octets.substring(at, at + length)).decoded();
    }
}
