package io.github.mtasts.postfix;

import io.github.mtasts.kit.UserError;
import io.github.mtasts.syntax.Octets;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Answers Postfix in both of its protocols at one address. One thread serves all clients and never waits for a lookup. */
final class MapServer implements AutoCloseable {

    private static final int READ_AT_ONCE = 2048;

    private final Function<Octets, CompletableFuture<Answer>> answers;
    private final Limits limits;
    private final ServerEvents events;
    private final ChannelGroup clients = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final EventLoopGroup loop =
            new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("mta-sts-postfix"), NioIoHandler.newFactory());
    private final Channel listening;
    private final InetSocketAddress address;

    /** Listens from now on; {@link UserError} when the address is not available. */
    MapServer(
            InetSocketAddress wanted,
            Function<Octets, CompletableFuture<Answer>> answers,
            Limits limits,
            ServerEvents events) {
        this.answers = answers;
        this.limits = limits;
        this.events = events;
        var bound = new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(READ_AT_ONCE))
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel client) {
                        admit(client);
                    }
                })
                .bind(wanted)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            loop.shutdownGracefully(0, 0, TimeUnit.SECONDS);
            throw UserError.cannotListen(wanted, bound.cause());
        }
        listening = bound.channel();
        address = (InetSocketAddress) listening.localAddress();
    }

    InetSocketAddress address() {
        return address;
    }

    int clients() {
        return clients.size();
    }

    /** Accepts no more clients, and disconnects each when its requests are answered. */
    void stop() {
        listening.close().awaitUninterruptibly();
        clients.forEach(client -> client.pipeline().fireUserEventTriggered(ClientHandler.STOP));
    }

    /** Waits until all requests are answered or this time has passed. */
    boolean awaitAnswered(Duration limit) {
        return clients.newCloseFuture().awaitUninterruptibly(limit.toMillis());
    }

    @Override
    public void close() {
        listening.close().awaitUninterruptibly();
        clients.close().awaitUninterruptibly();
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    private void admit(Channel client) {
        if (clients.size() >= limits.clients()) {
            events.refused(ServerEvents.Refusal.TOO_MANY);
            client.close();
            return;
        }
        clients.add(client);
        client.pipeline()
                .addLast(new Request.Decoder(limits.requestOctets()), new ClientHandler(answers, limits, events));
    }
}
