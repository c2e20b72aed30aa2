package io.github.mtasts.service.mcp;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The SDK's client, which starts the program and speaks over its standard input and output. */
class McpStdioClientTest implements ToolsContract {

    private static final McpSyncClient CLIENT = McpClient.sync(new StdioClientTransport(
                    ServerParameters.builder(McpProgram.JAVA)
                            .args(McpProgram.arguments())
                            .build(),
                    McpJsonDefaults.getMapper()))
            .build();

    @BeforeAll
    static void start() {
        CLIENT.initialize();
    }

    @AfterAll
    static void stop() {
        CLIENT.closeGracefully();
    }

    @Override
    public McpSyncClient client() {
        return CLIENT;
    }
}
