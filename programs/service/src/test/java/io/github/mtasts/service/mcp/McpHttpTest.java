package io.github.mtasts.service.mcp;

import io.github.mtasts.service.RunningService;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The SDK's client over Streamable HTTP. */
class McpHttpTest implements ToolsContract {

    private static final RunningService SERVICE = new RunningService();
    private static final McpSyncClient CLIENT = McpClient.sync(
                    HttpClientStreamableHttpTransport.builder("http://127.0.0.1:" + SERVICE.port())
                            .build())
            .build();

    @BeforeAll
    static void connect() {
        CLIENT.initialize();
    }

    @AfterAll
    static void stop() {
        CLIENT.closeGracefully();
        SERVICE.close();
    }

    @Override
    public McpSyncClient client() {
        return CLIENT;
    }
}
