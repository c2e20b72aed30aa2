package io.github.mtasts.postfix;

import io.github.mtasts.syntax.Octets;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.DecoderException;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client: its requests are answered one after the other. The server stops reading while too many of them wait, and
 * disconnects a client that neither sends nor reads for too long.
 */
final class ClientHandler extends SimpleChannelInboundHandler<Request> {

    /** The event after which a client is disconnected as soon as its requests are answered. */
    static final Object STOP = new Object();

    private static final Logger LOG = LoggerFactory.getLogger(ClientHandler.class);

    private final Function<Octets, CompletableFuture<Answer>> answers;
    private final Limits limits;
    private final ServerEvents events;
    private final Queue<Request> waiting = new ArrayDeque<>();
    private @Nullable Future<?> alarm;
    private boolean busy;
    private boolean stopping;

    ClientHandler(Function<Octets, CompletableFuture<Answer>> answers, Limits limits, ServerEvents events) {
        this.answers = answers;
        this.limits = limits;
        this.events = events;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        expectWithin(context, limits.silence(), () -> letGo(context, ServerEvents.Refusal.SILENT));
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, Request request) {
        waiting.add(request);
        context.channel().config().setAutoRead(waiting.size() < limits.waiting());
        next(context);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == STOP) {
            stopping = true;
            next(context);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        waiting.clear();
        quiet();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof DecoderException) {
            letGo(context, ServerEvents.Refusal.MALFORMED);
            return;
        }
        LOG.debug("A client was lost", cause);
        context.close();
    }

    private void next(ChannelHandlerContext context) {
        if (busy) {
            return;
        }
        Request request = waiting.poll();
        if (request != null) {
            busy = true;
            answer(context, request);
        } else if (stopping) {
            context.close();
        } else {
            context.channel().config().setAutoRead(true);
        }
    }

    private void answer(ChannelHandlerContext context, Request request) {
        long begun = System.nanoTime();
        CompletableFuture<Answer> answer = request.key()
                .map(answers)
                .orElseGet(() -> CompletableFuture.completedFuture(Answer.of(AnswerReason.NO_LOOKUP)));
        CompletableFuture<Answer> first = new CompletableFuture<>();
        first.thenAccept(found -> {
            reply(context, request.protocol().reply(found));
            events.answered(request.protocol(), found, Duration.ofNanos(System.nanoTime() - begun));
        });
        if (!answer.isDone()) {
            expectWithin(context, limits.answer(), () -> first.complete(Answer.of(AnswerReason.TIMED_OUT)));
        }
        answer.whenComplete((found, bug) -> {
            if (context.executor().inEventLoop()) {
                first.complete(orFailed(found, bug));
            } else {
                context.executor().execute(() -> first.complete(orFailed(found, bug)));
            }
        });
    }

    private static Answer orFailed(@Nullable Answer found, @Nullable Throwable bug) {
        if (found != null) {
            return found;
        }
        LOG.error("A lookup failed", bug);
        return Answer.of(AnswerReason.FAILED);
    }

    private void reply(ChannelHandlerContext context, Octets octets) {
        expectWithin(context, limits.silence(), () -> letGo(context, ServerEvents.Refusal.SILENT));
        context.writeAndFlush(Unpooled.wrappedBuffer(octets.bytes())).addListener((ChannelFutureListener) written -> {
            busy = false;
            next(context);
        });
    }

    private void letGo(ChannelHandlerContext context, ServerEvents.Refusal refusal) {
        if (context.channel().isActive()) {
            events.refused(refusal);
            context.close();
        }
    }

    private void expectWithin(ChannelHandlerContext context, Duration limit, Runnable otherwise) {
        quiet();
        alarm = context.executor().schedule(otherwise, limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void quiet() {
        if (alarm != null) {
            alarm.cancel(false);
        }
    }
}
