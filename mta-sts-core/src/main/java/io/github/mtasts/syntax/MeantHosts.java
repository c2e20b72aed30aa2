package io.github.mtasts.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The hosts that a faulty mx value names. Whatever is taken out of a name, or cut off, makes it another one, which somebody
 * else may own: each host stood whole in the value, and one that can only be guessed is empty.
 */
final class MeantHosts {

    /** Below a registrable domain, which has two. */
    private static final int LABELS_OF_A_HOST = 3;

    private static final String WRAPPING = "\"'`<>[](){}\\";
    private static final char ESCAPE = 0x1B;

    private final String text;
    private final Set<String> current;

    /** Whether the value had to be split, so that the parts may be those of one name. */
    private final boolean isSplit;

    private MeantHosts(String text, Set<String> current) {
        this.text = text;
        this.current = current;
        this.isSplit = words(text).filter(MeantHosts::isName).limit(2).count() > 1;
    }

    /** The pattern of each host named. */
    static List<Optional<String>> of(String octets) {
        return of(octets, Set.of());
    }

    /**
     * The pattern of each host named.
     *
     * @param current the MX hosts, in canonical form: a name that is one of them is meant, even where white space breaks it up
     */
    static List<Optional<String>> of(String octets, Set<String> current) {
        String value = MeantValue.inner(octets, comment(Unescaped.of(octets)));
        MeantHosts hosts = new MeantHosts(Pasted.plain(Utf8.decode(value)), current);
        return items(hosts.text).stream().flatMap(hosts::item).toList();
    }

    /** Where a word begins with a number sign; -1 where none does. */
    private static int comment(String text) {
        int at = text.indexOf('#');
        while (at > 0 && " \t,;".indexOf(text.charAt(at - 1)) < 0) {
            at = text.indexOf('#', at + 1);
        }
        return at;
    }

    /** What a list has in a row; a comma or semicolon without white space beside it may stand within a name. */
    private static List<String> items(String text) {
        List<String> items = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            if (",;".indexOf(text.charAt(at)) >= 0 && (isBlank(text, at - 1) || isBlank(text, at + 1))) {
                items.add(text.substring(from, at));
                from = at + 1;
            }
        }
        items.add(text.substring(from));
        return items;
    }

    private static boolean isBlank(String text, int at) {
        return at < 0 || at == text.length() || Chars.isWhiteSpace(text.charAt(at));
    }

    private static Stream<String> words(String text) {
        return Chars.words(text).stream()
                .flatMap(word -> word.contains("://") ? Stream.of(word) : Chars.split(word, "/").stream())
                .filter(word -> !unwrapped(word).isEmpty());
    }

    /** Numbers are preferences. */
    private static boolean isName(String word) {
        return !Chars.isDigits(unwrapped(word));
    }

    /** What stands in one item beside a part of a name may be the rest of that name. */
    private Stream<Optional<String>> item(String item) {
        List<String> words = behindType(words(item).toList());
        List<String> names = words.stream().filter(MeantHosts::isName).toList();
        Optional<String> joined = Stream.of(words, names)
                .map(parts -> DomainName.canonical(String.join("", parts)))
                .filter(current::contains)
                .findFirst();
        if (joined.isPresent()) {
            return Stream.of(joined);
        }
        boolean whole = names.size() < 2 || (names.stream().noneMatch(MeantHosts::isLabel) && haveOneEnd(names));
        List<Optional<String>> hosts =
                names.stream().filter(name -> !isNote(name)).map(this::host).toList();
        return whole && (names.size() < 2 || hosts.stream().allMatch(Optional::isPresent))
                ? names.stream().map(this::host)
                : Stream.of(Optional.empty());
    }

    /** RFC 1035 §5.1: of a line of a zone file, the host of its MX record. */
    private static List<String> behindType(List<String> words) {
        int host = words.size() - 1;
        boolean isRecord = host >= 2
                && words.get(host - 2).equalsIgnoreCase("MX")
                && Chars.isDigits(words.get(host - 1))
                && words.subList(0, host - 2).stream()
                                .filter(word -> word.indexOf('.') >= 0)
                                .count()
                        <= 1;
        return isRecord ? words.subList(host, host + 1) : words;
    }

    private static boolean isLabel(String word) {
        int from = word.startsWith(".") ? 1 : 0;
        int to = word.length() - (word.endsWith(".") ? 1 : 0);
        return to > from
                && Character.isLetterOrDigit(word.charAt(from))
                && Character.isLetterOrDigit(word.charAt(to - 1))
                && Chars.indexOf(word, '.', from, to) < 0;
    }

    /** A word in brackets, or half of one. */
    private static boolean isNote(String word) {
        return word.indexOf('.') < 0;
    }

    /** Where a name is broken up, its first part ends within a label, which is not a top-level domain as a rule. */
    private boolean haveOneEnd(List<String> names) {
        Set<String> ends = names.stream()
                .filter(name -> !isNote(name))
                .map(name -> DomainName.canonical(unwrapped(name)))
                .filter(name -> !current.contains(name))
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .collect(Collectors.toSet());
        return ends.size() < 2;
    }

    private Optional<String> host(String word) {
        return pattern(unwrapped(word))
                .filter(host -> isSplit ? isHost(host) : host.indexOf('.') > 0 || !Placeholder.isIn(text));
    }

    private boolean isHost(String name) {
        return Chars.split(name, ".").size() >= LABELS_OF_A_HOST || current.contains(DomainName.canonical(name));
    }

    private Optional<String> pattern(String word) {
        int scheme = word.indexOf("://");
        String host = scheme < 0 ? word : word.substring(scheme + 3);
        int slash = host.indexOf('/');
        host = slash < 0 ? host : host.substring(0, slash);
        int port = host.indexOf(':');
        host = port > 0 && isPort(host.substring(port + 1)) ? host.substring(0, port) : host;
        while (host.endsWith(".")) {
            host = host.substring(0, host.length() - 1);
        }
        if (!ULabels.isAscii(host)) {
            boolean wildcard = host.startsWith("*.");
            host = (wildcard ? "*." : "")
                    + Optional.of(wildcard ? host.substring(2) : host)
                            .filter(name -> !ULabels.mixesScripts(name))
                            .flatMap(ULabels::toAscii)
                            .orElse("");
        }
        if (host.startsWith(".") && unwrapped(text.strip()).equals(word)) {
            host = "*" + host; // as a draft of RFC 8461 had it
        }
        boolean numeric = Chars.isDigits(host.substring(host.lastIndexOf('.') + 1));
        boolean broad = host.startsWith("*.") && host.indexOf('.', 2) < 0;
        return MxPattern.isPattern(host) && !numeric && !broad ? Optional.of(host) : Optional.empty();
    }

    private static boolean isPort(String text) {
        return text.isEmpty() || Chars.isDigits(text);
    }

    /** Without quotes, brackets and controls around it. */
    private static String unwrapped(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isAround(text.charAt(from))) {
            from++;
        }
        while (to > from && isAround(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** What follows an escape character is part of a sequence. */
    private static boolean isAround(char c) {
        return WRAPPING.indexOf(c) >= 0 || Pasted.isQuote(c) || c == 0x7F || (c < 0x20 && c != ESCAPE);
    }
}
