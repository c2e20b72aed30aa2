package io.github.mtasts.service.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Breaks the connection of an answer that could not be finished, so that it does not look complete. Javalin would end it. */
final class BrokenOff implements Filter {

    /** Jetty's word for it. */
    private static final int ABORT = -1;

    private static final String MARK = "mta-sts.broken-off";

    static void mark(ServletRequest request) {
        request.setAttribute(MARK, true);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, response);
        if (request.getAttribute(MARK) != null) {
            ((HttpServletResponse) response).sendError(ABORT);
        }
    }
}
