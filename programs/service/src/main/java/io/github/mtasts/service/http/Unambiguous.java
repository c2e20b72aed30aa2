package io.github.mtasts.service.http;

import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Refuses what Jetty's parser lets pass, and a proxy in front could read in another way (RFC 9112, section 11.2). */
final class Unambiguous extends Handler.Wrapper {

    private static final List<String> CHUNKED = List.of("chunked");

    Unambiguous(Handler handler) {
        super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        HttpFields headers = request.getHeaders();
        if (headers.getValuesList(HttpHeader.ORIGIN).size() > 1) {
            return refuse("There is more than one Origin header. Send one.", request, response, callback);
        }
        if (headers.contains(HttpHeader.TRANSFER_ENCODING)) {
            if (request.getConnectionMetaData().getHttpVersion() != HttpVersion.HTTP_1_1) {
                return refuse("HTTP/1.0 has no Transfer-Encoding. Send Content-Length.", request, response, callback);
            }
            if (!codings(headers).equals(CHUNKED)) {
                return refuse(Unread.CODINGS, request, response, callback);
            }
        }
        return super.handle(request, response, callback);
    }

    private static List<String> codings(HttpFields headers) {
        return headers.getCSV(HttpHeader.TRANSFER_ENCODING, false).stream()
                .map(coding -> coding.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static boolean refuse(String sentence, Request request, Response response, Callback callback) {
        Router.addDefaults(response.getHeaders());
        Problems.send(Unread.ambiguous(sentence), request, response, callback);
        return true;
    }
}
