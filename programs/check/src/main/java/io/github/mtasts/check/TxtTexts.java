package io.github.mtasts.check;

import io.github.mtasts.check.ZoneTokens.Line;
import io.github.mtasts.check.ZoneTokens.Token;
import io.github.mtasts.check.ZoneTokens.Unclosed;
import io.github.mtasts.syntax.Octets;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * TXT records as people have them: in what dig, nslookup, host and Resolve-DnsName print, in a zone file, in quotes, or as they are.
 *
 * @param form how they were written
 * @param records the records, in order; none where a form has no TXT record in it
 * @param unclosed a quotation mark or a parenthesis that is not closed, in a zone file or in quoted text
 * @param aliased whether a CNAME leads to some name, so that the name of a record need not be the one that was asked for
 */
record TxtTexts(TxtForm form, List<TxtTexts.Txt> records, Optional<Unclosed> unclosed, boolean aliased) {

    /**
     * A record.
     *
     * @param owner its name as written, without a final dot; empty when it is not said
     * @param octets its character-strings, joined
     * @param strings how many they are
     * @param whole with what a semicolon outside of quotes hides, which begins a comment in a zone file
     * @param dotLost whether its name ends with the origin, which is added to it since the final dot is missing
     */
    record Txt(Optional<String> owner, Octets octets, int strings, Octets whole, boolean dotLost) {

        Txt(Optional<String> owner, Octets octets, int strings) {
            this(owner, octets, strings, octets, false);
        }

        boolean cut() {
            return !whole.equals(octets);
        }
    }

    private static final List<String> ALIASES = List.of("CNAME", "canonical name = ", " is an alias for ");

    private TxtTexts(TxtForm form, List<Txt> records) {
        this(form, records, Optional.empty(), false);
    }

    /** Reads any octets; never throws. */
    static TxtTexts read(byte[] octets) {
        String text = new String(octets, StandardCharsets.ISO_8859_1);
        TxtTexts read = read(octets, text);
        return new TxtTexts(
                read.form(), read.records(), read.unclosed(), ALIASES.stream().anyMatch(text::contains));
    }

    private static TxtTexts read(byte[] octets, String text) {
        String visible = text.strip();
        Optional<ResolveDnsName> powerShell = ResolveDnsName.of(text);
        if (powerShell.isPresent()) {
            return powerShell.get().isCut()
                    ? new TxtTexts(TxtForm.CUT_OFF, List.of())
                    : new TxtTexts(TxtForm.POWERSHELL, powerShell.get().records());
        }
        if (marks(text, "text =")) {
            return new TxtTexts(TxtForm.NSLOOKUP, answers(text, "text ="));
        }
        if (marks(text, "descriptive text \"")) {
            return new TxtTexts(TxtForm.HOST, answers(text, "descriptive text "));
        }
        ZoneTokens tokens = ZoneTokens.read(text);
        List<Line> lines = tokens.lines();
        List<Txt> records = zone(lines);
        Optional<TxtForm> answer = records.isEmpty() ? TxtAnswer.of(text) : Optional.empty();
        if (visible.isEmpty() || answer.equals(Optional.of(TxtForm.FAILURE))) {
            return new TxtTexts(answer.orElse(TxtForm.EMPTY), List.of());
        }
        if (text.contains("<<>> DiG") || text.contains(";; ANSWER SECTION") || text.contains(";; ->>HEADER<<-")) {
            return new TxtTexts(TxtForm.DIG, records);
        }
        if (answer.isPresent()) {
            return new TxtTexts(answer.get(), List.of());
        }
        if (!records.isEmpty()) {
            boolean typed = lines.stream().anyMatch(line -> type(line) >= 0);
            return new TxtTexts(typed ? TxtForm.ZONE : TxtForm.QUOTED, records, tokens.unclosed(), false);
        }
        if (visible.startsWith("v=") && isEscaped(visible)) {
            String data = ZoneTokens.unescaped(visible);
            return new TxtTexts(TxtForm.ESCAPED, List.of(new Txt(Optional.empty(), latin1(data), 1)));
        }
        return new TxtTexts(TxtForm.TEXT, List.of(new Txt(Optional.empty(), Octets.of(octets), 1)));
    }

    /** Whether some line has the words behind a name. */
    private static boolean marks(String text, String words) {
        return text.lines().anyMatch(line -> {
            int at = line.indexOf(words);
            int quote = line.indexOf('"');
            return at > 1 && line.charAt(at - 1) <= ' ' && !line.startsWith("v=") && (quote < 0 || quote > at);
        });
    }

    /** Whether a semicolon is escaped, or a character written as its number. */
    private static boolean isEscaped(String text) {
        int at = text.indexOf('\\');
        return at >= 0
                && at + 1 < text.length()
                && (text.charAt(at + 1) == ';' || Character.isDigit(text.charAt(at + 1)));
    }

    /** Lines with a name, some words, and strings in quotes, which nslookup on Windows puts on the lines below, one each. */
    private static List<Txt> answers(String text, String words) {
        List<Txt> records = new ArrayList<>();
        Optional<String> owner = Optional.empty();
        List<Token> strings = new ArrayList<>();
        for (String line : text.lines().toList()) {
            boolean quoted = line.strip().startsWith("\"");
            int at = quoted ? -1 : line.indexOf(words);
            if (at > 1) {
                records.addAll(record(owner, strings));
                owner = Optional.of(withoutDot(line.substring(0, at).strip()));
                strings.clear();
            }
            if (at > 1 || quoted) {
                ZoneTokens.lines(line.substring(at > 1 ? at + words.length() : 0))
                        .forEach(more -> strings.addAll(more.tokens()));
            }
        }
        records.addAll(record(owner, strings));
        return records;
    }

    private static List<Txt> record(Optional<String> owner, List<Token> strings) {
        return owner.isEmpty() || strings.isEmpty() ? List.of() : List.of(txt(owner, strings));
    }

    private static List<Txt> zone(List<Line> lines) {
        List<Txt> records = new ArrayList<>();
        Optional<String> owner = Optional.empty();
        String origin = "";
        boolean dotLost = false;
        for (Line line : lines) {
            List<Token> tokens = line.tokens();
            if (tokens.get(0).isWord("$ORIGIN") && tokens.size() > 1) {
                origin = tokens.get(1).text();
                continue;
            }
            if (tokens.stream().allMatch(Token::quoted)) {
                records.add(txt(Optional.empty(), tokens));
                continue;
            }
            if (hasOwner(line)) {
                owner = Optional.of(name(tokens.get(0).text(), origin));
                dotLost = lacksDot(tokens.get(0).text(), origin);
            }
            int type = type(line);
            if (type >= 0 && type + 1 < tokens.size()) {
                Txt read = txt(owner, tokens.subList(type + 1, tokens.size()));
                Octets whole = latin1(read.octets().latin1() + ZoneTokens.unescaped(line.hidden()));
                records.add(new Txt(owner, read.octets(), read.strings(), whole, dotLost));
            }
        }
        return records;
    }

    /** Where TXT stands behind an owner, a TTL and a class, each of which may be missing; else -1. */
    private static int type(Line line) {
        List<Token> tokens = line.tokens();
        int at = hasOwner(line) ? 1 : 0;
        while (at < tokens.size() && (isTtl(tokens.get(at)) || isClass(tokens.get(at)))) {
            at++;
        }
        return at < tokens.size() && isType(tokens.get(at)) ? at : -1;
    }

    private static boolean hasOwner(Line line) {
        Token first = line.tokens().get(0);
        return !line.indented() && !isType(first) && !isClass(first);
    }

    private static boolean isType(Token token) {
        return token.isWord("TXT");
    }

    private static boolean isClass(Token token) {
        return token.isWord("IN") || token.isWord("CH") || token.isWord("HS");
    }

    private static boolean isTtl(Token token) {
        String text = token.text();
        return !token.quoted()
                && !text.isEmpty()
                && Character.isDigit(text.charAt(0))
                && text.chars().allMatch(c -> Character.isDigit(c) || "smhdwSMHDW".indexOf(c) >= 0);
    }

    static Txt txt(Optional<String> owner, List<Token> strings) {
        String data = strings.stream().map(Token::text).collect(Collectors.joining());
        return new Txt(owner, latin1(data), strings.size());
    }

    private static String name(String written, String origin) {
        if (written.equals("@") && !origin.isEmpty()) {
            return withoutDot(origin);
        }
        return withoutDot(written.endsWith(".") || origin.isEmpty() ? written : written + "." + origin);
    }

    private static boolean lacksDot(String written, String origin) {
        String end = "." + withoutDot(origin);
        return end.length() > 1 && written.toLowerCase(Locale.ROOT).endsWith(end.toLowerCase(Locale.ROOT));
    }

    private static String withoutDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private static Octets latin1(String text) {
        return Octets.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
