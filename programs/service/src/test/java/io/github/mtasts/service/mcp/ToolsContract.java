package io.github.mtasts.service.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.github.mtasts.Advice;
import io.github.mtasts.Verdict;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a client sees, whatever carries the messages. */
interface ToolsContract {

    /** Connected and initialized, to a server over the domains of the demo. */
    McpSyncClient client();

    @Test
    default void theServerSaysWhatItIsAndHowToUseIt() {
        assertThat(client().getServerInfo().name()).isEqualTo("mta-sts");
        assertThat(client().getServerInfo().title()).isEqualTo("MTA-STS check");
        assertThat(client().getServerInfo().version()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(client().getServerInstructions())
                .contains("check_mta_sts", "lint_policy", "explain_issue", "UNDETERMINED");
        assertThat(client().getServerCapabilities().tools()).isNotNull();
        assertThat(client().getServerCapabilities().resources()).isNull();
        assertThat(client().getServerCapabilities().prompts()).isNull();
    }

    @Test
    default void thereAreThreeToolsThatChangeNothing() {
        List<Tool> tools = client().listTools().tools();

        assertThat(tools).extracting(Tool::name).containsExactly("check_mta_sts", "lint_policy", "explain_issue");
        assertThat(tools).allSatisfy(tool -> {
            assertThat(tool.title()).isNotBlank();
            assertThat(tool.description()).isNotBlank();
            assertThat(tool.annotations().readOnlyHint()).isTrue();
            assertThat(tool.annotations().destructiveHint()).isFalse();
            assertThat(tool.annotations().idempotentHint()).isTrue();
            assertThat(tool.annotations().openWorldHint()).isEqualTo(tool.name().equals("check_mta_sts"));
            assertThat(tool.inputSchema()).containsEntry("type", "object");
            assertThat(tool.outputSchema()).containsEntry("type", "object");
        });
    }

    @Test
    default void aCheckGivesTheReportAndATextThatIsEnoughToAct() {
        CallToolResult result = call("check_mta_sts", Map.of("domain", "typo.example"));

        assertThat(result.isError()).isFalse();
        assertThat(structured(result)).containsEntry("domain", "typo.example").containsEntry("verdict", "BROKEN");
        assertThat(text(result))
                .startsWith("typo.example: BROKEN. ")
                .contains("\n- ERROR POLICY_MAX_AGE_INVALID in policy, line 4, column 10 (RFC 8461 §3.2)\n| ")
                .contains("""
                        Publish this text, whole and without the marks, at https://mta-sts.typo.example/.well-known/mta-sts.txt:
                        | version: STSv1
                        | mode: enforce
                        | mx: mail.typo.example
                        | max_age: 604800
                        """);
    }

    @Test
    default void whatIsToBeDoneIsMarkedAsTheTextOfOthersTooBesideOurOwnMeaning() {
        assertThat(text(call("check_mta_sts", Map.of("domain", "typo.example"))))
                .contains("\nTo do: FIX_POLICY: " + Advice.FIX_POLICY.meaning() + "\n| ");
    }

    @Test
    default void severalDomainsAreCheckedInOneCall() {
        CallToolResult result =
                call("check_mta_sts", Map.of("domains", List.of("enforced.example", "typo.example", "a..b")));

        assertThat(structured(result)).containsOnlyKeys("reports");
        assertThat(structured(result).get("reports"))
                .asInstanceOf(LIST)
                .extracting(report -> ((Map<?, ?>) report).get("verdict"))
                .isEqualTo(List.of("ENFORCED", "BROKEN", "UNDETERMINED"));
        assertThat(text(result))
                .contains("\n\nenforced.example: ENFORCED. ", "\n\ntypo.example: BROKEN. ")
                .contains("\n- ERROR POLICY_MAX_AGE_INVALID\n| ", "\nTo do: FIX_POLICY")
                .contains(
                        "\n\nNot a domain name, so nothing was checked: correct it.\n| \"a..b\" is not a domain name: ");
    }

    @Test
    default void aListOfDomainsHasOneToTwenty() {
        assertThat(refusal("check_mta_sts", Map.of("domains", List.of())))
                .isEqualTo("The argument domains must be a list of 1 to 20 strings.");
        assertThat(refusal("check_mta_sts", Map.of("domains", Collections.nCopies(21, "example.org"))))
                .isEqualTo("The argument domains must be a list of 1 to 20 strings.");
    }

    @Test
    default void aDomainBesideAListIsRefused() {
        assertThat(refusal("check_mta_sts", Map.of("domain", "example.org", "domains", List.of("example.org"))))
                .isEqualTo("Pass either domain or domains, not both.");
    }

    @Test
    default void aDomainWhoseDnsFailsIsAResult() {
        CallToolResult result = call("check_mta_sts", Map.of("domain", "servfail.example", "fresh", true));

        assertThat(result.isError()).isFalse();
        assertThat(structured(result)).containsEntry("verdict", "UNDETERMINED");
        assertThat(text(result)).contains("it does not mean that MTA-STS is absent");
    }

    @Test
    default void aDomainThatCannotBeIsAnErrorThatNamesTheReason() {
        assertThat(refusal("check_mta_sts", Map.of("domain", "https://example.org/")))
                .startsWith("\"https://example.org/\" cannot be checked. ")
                .contains("Give a domain name such as example.org");
    }

    @Test
    default void aMissingDomainIsAnErrorThatSaysWhatToGive() {
        assertThat(refusal("check_mta_sts", Map.of()))
                .isEqualTo(
                        "The argument domain must be a string: the domain to check, such as example.org; or pass several as domains.");
    }

    @Test
    default void anUnknownArgumentIsAnErrorThatNamesTheKnownOnes() {
        assertThat(refusal("check_mta_sts", Map.of("name", "example.org")))
                .isEqualTo("Unknown argument \"name\". This tool takes domain, domains, fresh.");
    }

    @Test
    default void aDraftIsLinted() {
        CallToolResult result =
                call("lint_policy", Map.of("text", "version: STSv1\nmode: enforce\nmx: mail.example.org\n"));

        assertThat(result.isError()).isFalse();
        assertThat(structured(result)).containsOnlyKeys("policy", "issues", "recommendations");
        assertThat(text(result))
                .startsWith("The policy is not valid")
                .contains("POLICY_MAX_AGE_MISSING", "\n| max_age: 604800\n");
    }

    @Test
    default void aDraftIsJudgedByTheListOfPublicSuffixes() {
        CallToolResult result =
                call("lint_policy", Map.of("text", "version: STSv1\nmode: enforce\nmx: *.co.uk\nmax_age: 604800\n"));

        assertThat(text(result)).contains("POLICY_MX_BROAD");
    }

    @Test
    default void aDraftOfMoreThan64KiBIsRefused() {
        assertThat(refusal("lint_policy", Map.of("text", "ä".repeat(32 * 1024 + 1))))
                .startsWith("The text has 65538 octets, but senders read at most 65536 of a policy.");
    }

    @Test
    default void aCodeIsExplained() {
        CallToolResult result = call("explain_issue", Map.of("code", "policy-max-age-invalid"));

        assertThat(structured(result))
                .containsEntry("code", "POLICY_MAX_AGE_INVALID")
                .containsEntry("severity", "ERROR")
                .containsEntry("rfc", "RFC 8461 §3.2");
        assertThat(text(result)).startsWith("POLICY_MAX_AGE_INVALID: ERROR (RFC 8461 §3.2). ");
    }

    @Test
    default void aVerdictAnAdviceCodeAndAResultTypeAreExplainedToo() {
        assertThat(text(call("explain_issue", Map.of("code", "BROKEN"))))
                .isEqualTo("BROKEN: verdict. " + Verdict.BROKEN.meaning());
        assertThat(text(call("explain_issue", Map.of("code", "FIX_POLICY"))))
                .isEqualTo("FIX_POLICY: advice. " + Advice.FIX_POLICY.meaning());
        assertThat(text(call("explain_issue", Map.of("code", "sts-policy-invalid"))))
                .startsWith("sts-policy-invalid: result type (RFC 8460 §4.3). ")
                .contains(" Remedy: ");
    }

    @Test
    default void anUnknownCodeIsAnErrorWithTheNearestOnes() {
        assertThat(refusal("explain_issue", Map.of("code", "POLICY_MAXAGE_INVALID")))
                .startsWith("Unknown code \"POLICY_MAXAGE_INVALID\".")
                .contains("POLICY_MAX_AGE_INVALID");
    }

    @Test
    default void aCodeLikeNoOtherIsAnErrorThatSaysWhatToGive() {
        assertThat(refusal("explain_issue", Map.of("code", "nonsense")))
                .isEqualTo("Unknown code \"nonsense\". Use a code that check_mta_sts or lint_policy returned.");
    }

    private String refusal(String tool, Map<String, Object> arguments) {
        CallToolResult result = client().callTool(
                        CallToolRequest.builder(tool).arguments(arguments).build());
        assertThat(result.isError()).isTrue();
        assertThat(result.structuredContent()).isNull();
        return text(result);
    }

    /** A result that the tool's own schema describes, to the last field. */
    private CallToolResult call(String name, Map<String, Object> arguments) {
        Tool tool = client().listTools().tools().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        CallToolResult result = client().callTool(
                        CallToolRequest.builder(name).arguments(arguments).build());
        assertThat(McpJsonDefaults.getSchemaValidator()
                        .validate(tool.outputSchema(), structured(result))
                        .errorMessage())
                .isNull();
        Map<String, Object> another = new LinkedHashMap<>(structured(result));
        another.put("another", 1);
        assertThat(McpJsonDefaults.getSchemaValidator()
                        .validate(tool.outputSchema(), another)
                        .valid())
                .isFalse();
        return result;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> structured(CallToolResult result) {
        return (Map<String, Object>) result.structuredContent();
    }

    private static String text(CallToolResult result) {
        assertThat(result.content()).hasSize(1);
        return ((TextContent) result.content().get(0)).text();
    }
}
