// Usage: node client.mjs URL, or node client.mjs COMMAND ARGUMENT…: lists and calls the tools, and prints what it saw as JSON.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

const [where, ...args] = process.argv.slice(2);
const transport = where.startsWith('http:')
  ? new StreamableHTTPClientTransport(new URL(where))
  : new StdioClientTransport({ command: where, args });
const client = new Client({ name: 'test', version: '1' });
await client.connect(transport);
const { tools } = await client.listTools(); // from here on the client validates results against the tools' schemas
const check = await client.callTool({ name: 'check_mta_sts', arguments: { domain: 'two-faults.example' } });
const lint = await client.callTool({ name: 'lint_policy', arguments: { text: 'version: STSv1\nmode: none\nmax_age: 86400\n' } });
const explain = await client.callTool({ name: 'explain_issue', arguments: { code: 'POLICY_MX_INVALID' } });
const refused = await client.callTool({ name: 'check_mta_sts', arguments: { domain: '192.0.2.1' } });
console.log(JSON.stringify({ server: client.getServerVersion(), tools: tools.map((tool) => tool.name), check, lint, explain, refused }));
await client.close();
