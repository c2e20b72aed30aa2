package io.github.mtasts.spring;

import io.github.mtasts.micrometer.MtaStsMeters;
import io.github.mtasts.spi.AddressResolver;
import io.github.mtasts.spi.MxResolver;
import io.github.mtasts.spi.TlsaResolver;
import io.github.mtasts.spi.TxtResolver;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** The DNS of the application, measured where it has a meter registry. */
record Ports(TxtResolver txt, MxResolver mx, AddressResolver addresses, TlsaResolver tlsa) {

    static Ports of(
            TxtResolver txt,
            MxResolver mx,
            AddressResolver addresses,
            TlsaResolver tlsa,
            ObjectProvider<MtaStsMeters> meters) {
        return new Ports(
                measured(txt, meters, MtaStsMeters::txtResolver),
                measured(mx, meters, MtaStsMeters::mxResolver),
                measured(addresses, meters, MtaStsMeters::addressResolver),
                measured(tlsa, meters, MtaStsMeters::tlsaResolver));
    }

    static <T, M> T measured(T port, ObjectProvider<M> meters, BiFunction<M, T, T> by) {
        @Nullable M found = meters.getIfAvailable();
        return found == null ? port : by.apply(found, port);
    }
}
