package io.github.mtasts.dns;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** A lookup from the name to its records, along the aliases between, within its deadline. On the loop's thread only. */
final class Resolution<T> {

    /** Receives the outcome of a lookup; {@code broke} gets what can only be a bug, or a library that does not fit. */
    record Outcome<T>(Consumer<Lookup<T>> done, Consumer<Throwable> broke) {}

    private static final int LONGEST_CHAIN = 16;

    private final EventLoop loop;
    private final Settings settings;
    private final Name name;
    private final int type;
    private final Function<Record, T> read;
    private final Set<Resolution<?>> underWay;
    private final Outcome<T> outcome;
    private final List<Name> aliases = new ArrayList<>();
    private long ttl = Long.MAX_VALUE;
    private boolean authenticated;
    private @Nullable Query query;
    private EventLoop.@Nullable Timer deadline;

    Resolution(
            EventLoop loop,
            Settings settings,
            Name name,
            int type,
            Function<Record, T> read,
            Set<Resolution<?>> underWay,
            Outcome<T> outcome) {
        this.loop = loop;
        this.settings = settings;
        this.name = name;
        this.type = type;
        this.read = read;
        this.underWay = underWay;
        this.outcome = outcome;
        this.authenticated = settings.trustAd();
    }

    void start() {
        underWay.add(this);
        deadline = loop.after(settings.timeout(), this::timedOut);
        ask(name);
    }

    /** Closes the sockets; nothing is reported after this. */
    void close() {
        underWay.remove(this);
        if (deadline != null) {
            loop.cancel(deadline);
        }
        if (query != null) {
            query.close();
        }
    }

    /** Ends the lookup before it is answered. */
    void fail(LookupStatus status, String detail) {
        end(Lookup.without(status, detail));
    }

    private void ask(Name owner) {
        query = new Query(loop, settings, owner, type, message -> answered(owner, message), this::fail, this::broke);
        query.start();
    }

    /** Whatever an answer holds, it ends only this lookup: all lookups share the loop. */
    private void answered(Name asked, Message message) {
        try {
            follow(asked, message);
        } catch (RuntimeException | Error ours) {
            broke(ours);
        }
    }

    private void broke(Throwable ours) {
        close();
        outcome.broke().accept(ours);
    }

    private void follow(Name asked, Message message) {
        authenticated &= message.getHeader().getFlag(Flags.AD);
        Name owner = asked;
        while (true) {
            List<Record> found = records(message, owner, type);
            if (!found.isEmpty()) {
                keepNoLonger(found);
                answer(Lookup.found(found.stream().map(read).toList()).withTtl(Duration.ofSeconds(ttl)));
                return;
            }
            List<Record> links = records(message, owner, Type.CNAME);
            if (links.isEmpty()) {
                break;
            }
            keepNoLonger(links);
            Name target = ((CNAMERecord) links.get(0)).getTarget();
            boolean loops = target.equals(name) || aliases.contains(target);
            aliases.add(target);
            if (loops || aliases.size() > LONGEST_CHAIN) {
                fail(
                        LookupStatus.SERVER_FAILURE,
                        (loops ? "the CNAME chain comes back to " : "the CNAME chain is too long at ")
                                + RemoteText.escape(Names.text(target)));
                return;
            }
            owner = target;
        }
        Optional<SOARecord> soa = Ttl.soa(message, owner);
        if (message.getRcode() == Rcode.NXDOMAIN) {
            denied(LookupStatus.NO_SUCH_NAME, soa);
        } else if (owner.equals(asked) || soa.isPresent()) {
            // RFC 2308, section 2.2: with a SOA the chain was followed to its end, and the record does not exist.
            denied(LookupStatus.NO_RECORDS, soa);
        } else {
            ask(owner);
        }
    }

    private void keepNoLonger(List<Record> than) {
        than.forEach(record -> ttl = Math.min(ttl, Ttl.of(record)));
    }

    /** RFC 2308, section 5: without a SOA it is unknown how long a denial may be kept. */
    private void denied(LookupStatus status, Optional<SOARecord> soa) {
        Lookup<T> denial = Lookup.without(status, "");
        answer(soa.map(each -> Duration.ofSeconds(Math.min(ttl, Ttl.ofDenial(each))))
                .map(denial::withTtl)
                .orElse(denial));
    }

    private static List<Record> records(Message message, Name owner, int type) {
        return message.getSection(Section.ANSWER).stream()
                .filter(each -> each.getType() == type && each.getDClass() == DClass.IN)
                .filter(each -> each.getName().equals(owner))
                .toList();
    }

    private void timedOut() {
        if (query == null || query.failures().isEmpty()) {
            fail(
                    LookupStatus.TIMED_OUT,
                    "no answer from " + settings.shownServers() + " within " + settings.shownTimeout());
        } else {
            LookupStatus status = query.isUnreachable() ? LookupStatus.TIMED_OUT : LookupStatus.SERVER_FAILURE;
            fail(status, query.failures() + "; no answer from the others");
        }
    }

    private void answer(Lookup<T> lookup) {
        end(lookup.withAuthenticated(authenticated));
    }

    private void end(Lookup<T> lookup) {
        close();
        outcome.done()
                .accept(lookup.withAliases(aliases.stream().map(Names::text).toList()));
    }
}
