package io.github.mtasts;

import io.github.mtasts.syntax.DomainName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The names that the MX records give. They come over plain DNS and may be a slip: an address, a name that ends in the
 * domain twice because its final dot is missing, or one that nobody can resolve, never enters a policy.
 *
 * @param hosts in canonical form
 * @param notNames as they stand in the DNS
 * @param withoutDot in canonical form
 * @param nowhere names without an address in the DNS of the world, in canonical form
 */
record Exchanges(List<String> hosts, List<String> notNames, List<String> withoutDot, List<String> nowhere) {

    private static final int MOST = 10;

    /** RFC 6761, RFC 6762, and what many systems call themselves. */
    private static final Set<String> NOWHERE = Set.of("invalid", "localhost", "localdomain", "local");

    static Exchanges of(DomainName domain, List<MxCoverage> mx) {
        Set<String> hosts = new LinkedHashSet<>();
        Set<String> notNames = new LinkedHashSet<>();
        Set<String> withoutDot = new LinkedHashSet<>();
        Set<String> nowhere = new LinkedHashSet<>();
        for (MxCoverage each : mx) {
            name(each.host())
                    .ifPresentOrElse(
                            name -> (isDoubled(name, domain) ? withoutDot : isNowhere(name, domain) ? nowhere : hosts)
                                    .add(name),
                            () -> notNames.add(each.host()));
        }
        return new Exchanges(List.copyOf(hosts), List.copyOf(notNames), List.copyOf(withoutDot), List.copyOf(nowhere));
    }

    static boolean isSound(String exchange, DomainName domain) {
        return name(exchange)
                .filter(name -> !isDoubled(name, domain) && !isNowhere(name, domain))
                .isPresent();
    }

    /** A host's name in canonical form; empty when it is not a host name, or not in A-labels. */
    static Optional<String> name(String exchange) {
        boolean ascii = exchange.chars().allMatch(c -> c < 0x80);
        return ascii ? DomainName.parse(exchange).value().map(DomainName::text) : Optional.empty();
    }

    /** What ends in digits is an address or a slip of one, and matches no pattern, though one may be spelt like it. */
    static boolean isAddress(String exchange) {
        String name = DomainName.canonical(exchange);
        String last = name.substring(name.lastIndexOf('.') + 1);
        return !last.isEmpty() && last.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Nothing but the characters of names and addresses: advice repeats no other words of strangers. */
    static boolean isPlain(String name) {
        return name.length() <= 255
                && name.chars()
                        .allMatch(c -> (c >= '0' && c <= '9')
                                || (c >= 'A' && c <= 'Z')
                                || (c >= 'a' && c <= 'z')
                                || ".-_:".indexOf(c) >= 0);
    }

    /** The server of the zone appends the domain to a name that has no final dot (RFC 1035, section 5.1). */
    private static boolean isDoubled(String name, DomainName domain) {
        String twice = domain + "." + domain;
        return name.equals(twice) || name.endsWith("." + twice);
    }

    /** A single label, unless it is the domain itself, or a name that is reserved for no or this machine. */
    private static boolean isNowhere(String name, DomainName domain) {
        String label = name.substring(name.lastIndexOf('.') + 1);
        boolean own = name.equals(domain.text()) || domain.text().endsWith("." + label);
        return label.equals(name) ? !name.equals(domain.text()) : NOWHERE.contains(label) && !own;
    }

    boolean areSound() {
        return notNames.isEmpty() && withoutDot.isEmpty() && nowhere.isEmpty();
    }

    /** What to correct, in a sentence or two; empty where all names are host names. */
    Optional<Recommendation> advice(DomainName domain, boolean nullBeside) {
        if (areSound() && !nullBeside) {
            return Optional.empty();
        }
        List<String> sentences = new ArrayList<>(List.of("Correct the MX records of " + domain + "."));
        if (nullBeside) {
            sentences.add("Delete the null MX, 0 . or, if " + domain + " accepts no mail, all the others (RFC 7505).");
        }
        if (!notNames.isEmpty()) {
            sentences.add(shown() + " Give the name of the mail host, and give that name the address.");
        }
        if (notNames.stream().anyMatch(name -> name.equals("0") || name.equals("0."))) {
            sentences.add("If " + domain + " accepts no mail, its only MX record is 0 . with the dot (RFC 7505).");
        }
        for (String name : withoutDot.subList(0, Math.min(withoutDot.size(), MOST))) {
            String meant = name.substring(0, name.length() - domain.text().length());
            sentences.add(name + " ends in " + domain + " twice, because a final dot is missing in the zone: write "
                    + meant + " with the dot at its end.");
        }
        for (String name : nowhere.subList(0, Math.min(nowhere.size(), MOST))) {
            boolean label = name.indexOf('.') < 0 && !NOWHERE.contains(name);
            String meant = name + "." + domain;
            sentences.add(
                    label
                            ? name + " is a single label, which no sender can resolve. Perhaps " + meant + " is meant."
                            : name + " is a name that no sender can resolve: give the name of the mail host.");
        }
        return Optional.of(new Recommendation(
                Advice.FIX_MX_RECORD, String.join(" ", sentences), Optional.of(domain.text()), Optional.empty()));
    }

    private String shown() {
        List<String> shown =
                notNames.stream().filter(Exchanges::isPlain).limit(MOST).toList();
        return switch (shown.size()) {
            case 0 -> "What one of them names is not a host name.";
            case 1 -> shown.get(0) + " is not a host name.";
            default -> String.join(", ", shown) + " are not host names.";
        };
    }
}
