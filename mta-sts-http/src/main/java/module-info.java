/** Policies over HTTPS, by way of OkHttp. */
module io.github.mtasts.http {
    requires okio;
    requires org.slf4j;
    requires transitive io.github.mtasts;
    requires transitive okhttp3;
    requires static org.jspecify;

    exports io.github.mtasts.http;
}
