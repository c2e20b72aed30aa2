package io.github.mtasts.dns;

import io.github.mtasts.spi.LookupStatus;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * One question, put to the servers in turn until one answers it. A silent server is still listened to while the next is
 * asked, and asked again in the next round; one that fails is not asked again. On the loop's thread only.
 */
final class Query {

    private final EventLoop loop;
    private final Settings settings;
    private final Name name;
    private final int type;
    private final Consumer<Message> answered;
    private final BiConsumer<LookupStatus, String> failed;
    private final Consumer<Throwable> broke;
    private final Exchange.Outcome outcome;
    private final Queue<InetSocketAddress> ahead = new ArrayDeque<>();
    private final List<Exchange> open = new ArrayList<>();
    private final Set<String> failures = new LinkedHashSet<>();
    private boolean unreachable = true;
    private EventLoop.@Nullable Timer next;

    /**
     * {@code answered} gets a message that says whether there are records; {@code failed} how all of them did, and how each; {@code broke}
     * what can only be a bug, or a library that does not fit.
     */
    Query(
            EventLoop loop,
            Settings settings,
            Name name,
            int type,
            Consumer<Message> answered,
            BiConsumer<LookupStatus, String> failed,
            Consumer<Throwable> broke) {
        this.loop = loop;
        this.settings = settings;
        this.name = name;
        this.type = type;
        this.answered = answered;
        this.failed = failed;
        this.broke = broke;
        this.outcome = new Exchange.Outcome(this::answered, this::failed, broke);
        for (int round = 0; round <= settings.retries(); round++) {
            ahead.addAll(settings.servers());
        }
    }

    void start() {
        askNext();
    }

    /** Closes all sockets; nothing is reported after this. */
    void close() {
        stopWaiting();
        ahead.clear();
        open.forEach(Exchange::close);
        open.clear();
    }

    /** Whether no server has been reached so far. */
    boolean isUnreachable() {
        return unreachable;
    }

    /** How the servers failed so far; empty when none did. */
    String failures() {
        return String.join("; ", failures);
    }

    private void askNext() {
        InetSocketAddress server = ahead.poll();
        if (server != null) {
            try {
                begin(new UdpExchange(loop, server, message(true), outcome));
            } catch (RuntimeException | Error ours) {
                broke.accept(ours);
            }
        }
    }

    private void begin(Exchange exchange) {
        stopWaiting();
        next = loop.after(settings.patience(), this::askNext);
        open.add(exchange);
        exchange.start();
    }

    private void stopWaiting() {
        if (next != null) {
            loop.cancel(next);
            next = null;
        }
    }

    private QueryMessage message(boolean edns) {
        return new QueryMessage(name, type, edns, settings.trustAd());
    }

    private void answered(Exchange exchange, Message message) {
        open.remove(exchange);
        QueryMessage query = exchange.query;
        int rcode = message.getRcode();
        if (message.getHeader().getFlag(Flags.TC) && exchange instanceof UdpExchange) {
            begin(new TcpExchange(loop, exchange.server, query, outcome));
        } else if (query.hasEdns() && (rcode == Rcode.FORMERR || rcode == Rcode.NOTIMP || rcode == Rcode.BADVERS)) {
            // RFC 6891, section 7: such a server may not know EDNS.
            begin(new UdpExchange(loop, exchange.server, message(false), outcome));
        } else if (rcode != Rcode.NOERROR && rcode != Rcode.NXDOMAIN) {
            refused(exchange, Rcode.string(rcode) + " from ", ExtendedErrors.shown(message));
        } else if (isReferral(message)) {
            refused(exchange, "a referral instead of an answer from ", "");
        } else {
            close();
            answered.accept(message);
        }
    }

    private void refused(Exchange exchange, String what, String why) {
        failed(exchange, new Exchange.Failure(what, why, false));
    }

    private void failed(Exchange exchange, Exchange.Failure failure) {
        failures.add(failure.before() + settings.shown(exchange.server) + failure.after());
        unreachable &= failure.unreachable();
        ahead.removeIf(exchange.server::equals);
        open.removeIf(each -> {
            if (each.server.equals(exchange.server)) {
                each.close();
            }
            return each.server.equals(exchange.server);
        });
        if (!ahead.isEmpty()) {
            askNext();
        } else if (open.isEmpty()) {
            stopWaiting();
            failed.accept(unreachable ? LookupStatus.RESOLVER_UNREACHABLE : LookupStatus.SERVER_FAILURE, failures());
        }
    }

    /** RFC 2308, section 2.2.1: neither records nor SOA, but name servers: not a statement about the name. */
    private static boolean isReferral(Message message) {
        return message.getRcode() == Rcode.NOERROR
                && !message.getHeader().getFlag(Flags.AA)
                && message.getSection(Section.ANSWER).isEmpty()
                && message.getSection(Section.AUTHORITY).stream().anyMatch(each -> each.getType() == Type.NS)
                && message.getSection(Section.AUTHORITY).stream().noneMatch(each -> each.getType() == Type.SOA);
    }
}
