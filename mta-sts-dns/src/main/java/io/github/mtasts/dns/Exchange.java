package io.github.mtasts.dns;

import io.github.mtasts.issue.RemoteText;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.Message;
import org.xbill.DNS.WireParseException;

/** One query to one server over one transport. It reports its outcome once, unless it is closed before. On the loop's thread only. */
abstract sealed class Exchange permits UdpExchange, TcpExchange {

    /** Receives the outcome of an exchange; {@code broke} gets what can only be a bug, or a library that does not fit. */
    record Outcome(
            BiConsumer<Exchange, Message> answered, BiConsumer<Exchange, Failure> failed, Consumer<Throwable> broke) {}

    /**
     * Why a server gave no answer: what is said before and after its name; {@code unreachable} when nothing came from it, but
     * from a network on the way.
     */
    record Failure(String before, String after, boolean unreachable) {}

    private static final Logger LOG = LoggerFactory.getLogger(DnsjavaResolver.class);

    final EventLoop loop;
    final InetSocketAddress server;
    final QueryMessage query;
    private final Outcome outcome;
    private @Nullable SelectableChannel channel;

    Exchange(EventLoop loop, InetSocketAddress server, QueryMessage query, Outcome outcome) {
        this.loop = loop;
        this.server = server;
        this.query = query;
        this.outcome = outcome;
    }

    /** Opens a channel, keeps it with {@link #opened}, and begins to send. */
    abstract void open() throws IOException;

    /** Does what the channel is ready for; the answer, when it is complete. */
    abstract @Nullable Message proceed(SelectionKey key) throws IOException;

    /** Whether the server has been heard of: what fails from then on is its own fault. */
    abstract boolean isConnected();

    final void start() {
        try {
            open();
        } catch (IOException | UnsupportedAddressTypeException e) {
            fail(e);
        }
    }

    final void ready(SelectionKey key) {
        try {
            Message answer = proceed(key);
            if (answer != null) {
                close();
                outcome.answered().accept(this, answer);
            }
        } catch (IOException e) {
            fail(e);
        } catch (RuntimeException | Error ours) {
            close();
            outcome.broke().accept(ours);
        }
    }

    final <C extends SelectableChannel> C opened(C opened) {
        channel = opened;
        return opened;
    }

    final void close() {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                LOG.debug("a DNS socket did not close cleanly", e);
            }
        }
    }

    private void fail(Exception e) {
        close();
        String why = e instanceof PortUnreachableException
                ? "nothing listens there"
                : RemoteText.escape(
                        Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName()));
        outcome.failed()
                .accept(
                        this,
                        e instanceof WireParseException
                                ? new Failure("a broken answer from ", "", false)
                                : new Failure("", " is unreachable: " + why, !isConnected()));
    }
}
