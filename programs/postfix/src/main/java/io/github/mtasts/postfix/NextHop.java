package io.github.mtasts.postfix;

import com.ibm.icu.text.IDNA;
import io.github.mtasts.syntax.DomainName;
import java.util.Optional;

/**
 * A destination as Postfix names it. Domains in Unicode become A-labels as they do in Postfix (UTS 46, non-transitional), since
 * it delivers to those. A name that Postfix may understand and this server does not must never read as "no policy".
 */
record NextHop(Optional<DomainName> domain, boolean unclear) {

    private static final IDNA UTS46 = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII);

    /** A key that is not a domain ({@code .example.org}, {@code [host]:port}, {@code host:port}) has no policy. */
    static NextHop of(String key) {
        if (key.startsWith(".") || key.startsWith("[")) {
            return new NextHop(Optional.empty(), false);
        }
        if (key.chars().allMatch(c -> c < 0x80)) {
            return new NextHop(DomainName.parse(key).value(), false);
        }
        IDNA.Info info = new IDNA.Info();
        StringBuilder ascii = UTS46.nameToASCII(key, new StringBuilder(), info);
        Optional<DomainName> domain = info.hasErrors()
                ? Optional.empty()
                : DomainName.parse(ascii.toString()).value();
        return new NextHop(domain, domain.isEmpty());
    }
}
