package io.github.mtasts.dns;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.spi.Lookup;
import io.github.mtasts.spi.LookupStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** A look-up from the name to its records, along the aliases between, within its deadline. On the loop's thread only. */
final class LookUp<T> {

    /** Whom a look-up tells how it ended; {@code broke} gets what can only be a fault of ours. */
    record Outcome<T>(Consumer<Lookup<T>> done, Consumer<RuntimeException> broke) {}

    private static final int LONGEST_CHAIN = 16;

    private final EventLoop loop;
    private final Settings settings;
    private final Name name;
    private final int type;
    private final Function<Record, T> read;
    private final Set<LookUp<?>> underWay;
    private final Outcome<T> outcome;
    private final List<Name> aliases = new ArrayList<>();
    private @Nullable Query query;
    private EventLoop.@Nullable Timer deadline;

    LookUp(
            EventLoop loop,
            Settings settings,
            Name name,
            int type,
            Function<Record, T> read,
            Set<LookUp<?>> underWay,
            Outcome<T> outcome) {
        this.loop = loop;
        this.settings = settings;
        this.name = name;
        this.type = type;
        this.read = read;
        this.underWay = underWay;
        this.outcome = outcome;
    }

    void start() {
        underWay.add(this);
        deadline = loop.after(settings.timeout(), this::timedOut);
        ask(name);
    }

    /** Lets go of the sockets; nothing is told after this. */
    void close() {
        underWay.remove(this);
        if (deadline != null) {
            loop.cancel(deadline);
        }
        if (query != null) {
            query.close();
        }
    }

    /** Ends the look-up before it is answered. */
    void fail(LookupStatus status, String detail) {
        end(Lookup.without(status, detail));
    }

    private void ask(Name owner) {
        query = new Query(loop, settings, owner, type, message -> answered(owner, message), this::failed);
        query.start();
    }

    /** Whatever an answer may hold, it ends no more than this look-up: the loop is everybody's. */
    private void answered(Name asked, Message message) {
        try {
            follow(asked, message);
        } catch (RuntimeException ours) {
            close();
            outcome.broke().accept(ours);
        }
    }

    private void follow(Name asked, Message message) {
        Name owner = asked;
        while (true) {
            List<T> found = records(message, owner, type).map(read).toList();
            if (!found.isEmpty()) {
                end(Lookup.found(found));
                return;
            }
            Name target = records(message, owner, Type.CNAME)
                    .map(link -> ((CNAMERecord) link).getTarget())
                    .findFirst()
                    .orElse(null);
            if (target == null) {
                break;
            }
            boolean loops = target.equals(name) || aliases.contains(target);
            aliases.add(target);
            if (loops || aliases.size() > LONGEST_CHAIN) {
                failed((loops ? "the CNAME chain comes back to " : "the CNAME chain is too long at ")
                        + RemoteText.escape(Names.text(target)));
                return;
            }
            owner = target;
        }
        if (message.getRcode() == Rcode.NXDOMAIN) {
            fail(LookupStatus.NO_SUCH_NAME, "");
        } else if (owner.equals(asked) || deniesRecords(message, owner)) {
            fail(LookupStatus.NO_RECORDS, "");
        } else {
            ask(owner);
        }
    }

    /** RFC 2308, section 2.2: with the SOA of the target's zone the chain was followed to its end, and nothing was there. */
    private static boolean deniesRecords(Message message, Name owner) {
        return message.getSection(Section.AUTHORITY).stream()
                .anyMatch(each -> each.getType() == Type.SOA && owner.subdomain(each.getName()));
    }

    private static Stream<Record> records(Message message, Name owner, int type) {
        return message.getSection(Section.ANSWER).stream()
                .filter(each -> each.getType() == type && each.getDClass() == DClass.IN)
                .filter(each -> each.getName().equals(owner));
    }

    private void failed(String detail) {
        fail(LookupStatus.SERVER_FAILURE, detail);
    }

    private void timedOut() {
        String failures = query == null ? "" : query.failures();
        if (failures.isEmpty()) {
            fail(
                    LookupStatus.TIMED_OUT,
                    "no answer from " + settings.shownServers() + " within " + settings.shownTimeout());
        } else {
            failed(failures + "; silence from the others");
        }
    }

    private void end(Lookup<T> lookup) {
        close();
        outcome.done()
                .accept(lookup.withAliases(aliases.stream().map(Names::text).toList()));
    }
}
