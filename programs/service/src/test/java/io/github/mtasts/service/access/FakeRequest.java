package io.github.mtasts.service.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.jetty.http.HttpFields;

/** What access asks of a request: the peer and the headers. */
record FakeRequest(InetAddress peer, HttpFields headers) {

    static FakeRequest from(String peer) {
        try {
            return new FakeRequest(
                    InetAddress.getByName(peer), HttpFields.build().put("Host", "localhost:8080"));
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    FakeRequest header(String name, String value) {
        return new FakeRequest(peer, HttpFields.build(headers).add(name, value));
    }

    FakeRequest without(String name) {
        return new FakeRequest(peer, HttpFields.build(headers).remove(name));
    }

    Client admittedBy(Access access) {
        return access.admit(headers, peer);
    }
}
