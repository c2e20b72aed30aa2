package io.github.mtasts.james;

import java.lang.reflect.Constructor;
import java.util.function.Supplier;
import javax.mail.MessagingException;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.queue.api.MailQueue;
import org.apache.james.transport.mailets.remote.delivery.Bouncer;
import org.apache.james.transport.mailets.remote.delivery.DeliveryRunnable;
import org.apache.james.transport.mailets.remote.delivery.MailDelivrer;
import org.apache.james.transport.mailets.remote.delivery.RemoteDeliveryConfiguration;
import org.apache.mailet.MailetContext;

/**
 * James' own queue loop, with its retries, bounces and metrics, around another MailDelivrer. The constructor that takes one is
 * package-private, and a class in the same package cannot reach it: James loads extensions with a separate class loader.
 */
final class QueueLoop {

    private QueueLoop() {}

    static DeliveryRunnable around(
            MailDelivrer delivrer,
            MailQueue queue,
            RemoteDeliveryConfiguration configuration,
            Bouncer bouncer,
            MetricFactory metrics,
            MailetContext context)
            throws MessagingException {
        try {
            Constructor<DeliveryRunnable> constructor = DeliveryRunnable.class.getDeclaredConstructor(
                    MailQueue.class,
                    RemoteDeliveryConfiguration.class,
                    MetricFactory.class,
                    Bouncer.class,
                    MailDelivrer.class,
                    Supplier.class,
                    MailetContext.class);
            constructor.setAccessible(true);
            return constructor.newInstance(
                    queue, configuration, metrics, bouncer, delivrer, DeliveryRunnable.CURRENT_DATE_SUPPLIER, context);
        } catch (ReflectiveOperationException changed) {
            throw new MessagingException(
                    "this version of James does not have the remote delivery of James 3.8", changed);
        }
    }
}
