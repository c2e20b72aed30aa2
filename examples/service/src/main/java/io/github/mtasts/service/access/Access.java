package io.github.mtasts.service.access;

import io.github.mtasts.service.problem.ProblemException;
import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says of each request whether it may be answered. Thread-safe. */
public final class Access {

    /**
     * Lets a request in.
     *
     * @param authorization the header of this name; null when there is none
     * @param address where the request comes from
     * @return who asks
     * @throws ProblemException 401 without a valid key, 429 when the address asks too often
     */
    public Client admit(@Nullable String authorization, InetAddress address) {
        return new Client(Optional.empty(), address);
    }

    /**
     * Takes checks off what a client may ask for.
     *
     * @param client as {@link #admit} gave it
     * @param checks how many; 1 for a single one
     * @throws ProblemException 429 when that is more than is left for now, 400 when it is more than ever
     */
    public void charge(Client client, int checks) {}
}
