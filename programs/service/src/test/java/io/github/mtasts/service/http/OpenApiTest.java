package io.github.mtasts.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.bucket4j.TimeMeter;
import io.github.mtasts.Advice;
import io.github.mtasts.ReportField;
import io.github.mtasts.issue.ResultType;
import io.github.mtasts.service.ApiAnswer;
import io.github.mtasts.service.ApiContract;
import io.github.mtasts.service.StubService;
import io.github.mtasts.service.access.Access;
import io.github.mtasts.service.access.WithoutKeys;
import io.github.mtasts.service.check.Checks;
import io.github.mtasts.service.kept.Keeping;
import io.github.mtasts.service.kept.KeptReports;
import io.github.mtasts.service.mcp.McpRoutes;
import io.github.mtasts.service.mcp.ProtectedResource;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API: complete, in itself sound, and served. */
class OpenApiTest {

    private static final JsonNode API = ApiContract.api();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch", "options", "trace");

    @Test
    void openApiDescribesEveryRouteAndNoOther() {
        assertThat(described()).isEqualTo(routes());
    }

    @Test
    void openApiIsServed() {
        try (StubService service = new StubService(1)) {
            ApiAnswer answer = service.client().get("/openapi.json");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json()).containsEntry("openapi", "3.1.0");
            assertThat(answer.body()).doesNotContain("${");
        }
    }

    @TestFactory
    Stream<DynamicTest> everySchemaIsASchema() {
        var metaSchema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        return API.at("/components/schemas").properties().stream()
                .map(schema -> dynamicTest(
                        schema.getKey(),
                        () -> assertThat(metaSchema.validate(schema.getValue().toString(), InputFormat.JSON))
                                .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> everyReferenceLeadsSomewhere() {
        return API.findValuesAsString("$ref").stream()
                .distinct()
                .map(reference -> dynamicTest(
                        reference,
                        () -> assertThat(API.at(reference.substring(1)).isObject())
                                .isTrue()));
    }

    @TestFactory
    Stream<DynamicTest> everyExampleIsWhatItIsAnExampleOf() {
        List<DynamicTest> tests = new ArrayList<>();
        collect("", API, tests);
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> everyAnswerIsDescribedAndEveryParameterDeclared() {
        return operations()
                .map(pointer -> dynamicTest(pointer, () -> {
                    JsonNode operation = API.at(pointer);
                    assertThat(operation.path("operationId").asString()).isNotEmpty();
                    assertThat(operation.path("responses").properties())
                            .allSatisfy(
                                    response -> assertThat(response.getValue().has("description")
                                                    || response.getValue().has("$ref"))
                                            .isTrue());
                    Set<String> inPath = operation
                            .path("parameters")
                            .valueStream()
                            .filter(parameter -> parameter.path("in").asString().equals("path"))
                            .map(parameter -> "{" + parameter.path("name").asString() + "}")
                            .collect(Collectors.toSet());
                    assertThat(Arrays.stream(pointer.split("~1|/", -1)).filter(part -> part.startsWith("{")))
                            .containsExactlyInAnyOrderElementsOf(inPath);
                }));
    }

    /** Examples of answers are made by the program; those written by hand are of requests. */
    @Test
    void noExampleOfAnAnswerIsWrittenByHand() throws IOException {
        try (InputStream file = OpenApi.class.getResourceAsStream("openapi.json")) {
            JsonNode written = JsonMapper.shared().readTree(file);

            assertThat(written.findParents("result_type").stream()
                            .filter(node -> node.path("result_type").isString()))
                    .isEmpty();
            assertThat(written.findParents("detail").stream()
                            .filter(node -> node.path("detail").isString()))
                    .isEmpty();
            assertThat(written.findParents("message").stream()
                            .filter(node -> node.path("message").isString()))
                    .isEmpty();
        }
    }

    @Test
    void anAdviceCodeIsNotAnIssueCode() {
        assertThat(API.at("/components/schemas/Recommendation/properties/code/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/AdviceCode");
        assertThat(API.at("/components/schemas/Recommendation/examples/0/code").asString())
                .isEqualTo(Advice.FIX_POLICY.name());
    }

    @TestFactory
    Stream<DynamicTest> everyFieldOfTheReportHasItsTypeAndMeaning() {
        return ReportField.all().stream()
                .map(field -> dynamicTest(field.path(), () -> {
                    JsonNode property = property(field.path());

                    assertThat(property.path("description").asString()).isNotEmpty();
                    assertThat((property.path("type").toString() + property.path("oneOf")).contains("\"null\""))
                            .isEqualTo(field.nullable());
                    assertThat(property.path("type").toString() + property.path("items"))
                            .contains(
                                    switch (field.type()) {
                                        case STRING -> property.has("$ref") ? "" : "string";
                                        case INTEGER -> "integer";
                                        case BOOLEAN -> "boolean";
                                        case OBJECT -> "";
                                        case STRINGS -> "array\"{\"type\":\"string\"";
                                        case OBJECTS -> "array\"{\"$ref\"";
                                    });
                }));
    }

    @TestFactory
    Stream<DynamicTest> noObjectOfTheReportHasAFieldThatCoreDoesNotDeclare() {
        Set<String> declared = ReportField.all().stream().map(ReportField::path).collect(Collectors.toSet());
        return Stream.of(
                        "",
                        "dns_record.",
                        "policy.",
                        "tls_rpt.",
                        "issues[].",
                        "recommendations[].",
                        "mx[].",
                        "certificate.")
                .flatMap(parent -> schemaOf(parent).path("properties").propertyNames().stream()
                        .map(name -> dynamicTest(
                                parent + name, () -> assertThat(declared).contains(parent + name))));
    }

    private static JsonNode property(String path) {
        int name = path.lastIndexOf('.') + 1;
        return schemaOf(path.substring(0, name)).path("properties").path(path.substring(name));
    }

    /** The schema of an object of the report, through the references that lead there. */
    private static JsonNode schemaOf(String parent) {
        if (parent.isEmpty()) {
            return API.at("/components/schemas/ReportFields");
        }
        JsonNode property = property(parent.substring(0, parent.length() - 1).replace("[]", ""));
        return API.at(property.findValue("$ref").asString().substring(1));
    }

    @TestFactory
    Stream<DynamicTest> everyOperationHasTheAnswersThatAnyRequestCanGet() {
        return operations()
                .map(pointer -> dynamicTest(
                        pointer,
                        () -> assertThat(API.at(pointer + "/responses").propertyNames())
                                .contains("400", "405", "408", "414", "431", "500", "503", "505")
                                .containsAnyOf("200", "201")));
    }

    @Test
    void aSwitchIsABoolean() {
        assertThat(API.findValues("fresh").toString()
                        + API.findParents("name").stream()
                                .filter(parameter ->
                                        parameter.path("name").asString().equals("fresh"))
                                .map(parameter ->
                                        parameter.path("schema").path("type").asString())
                                .distinct()
                                .toList())
                .contains("[boolean]")
                .doesNotContain("\"string\"");
    }

    @Test
    void openApiHasEveryResultType() {
        List<String> described = API.at("/components/schemas/CatalogueEntry/properties/result_type/enum")
                .valueStream()
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .toList();

        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ResultType.values()).map(ResultType::text).toList());
    }

    private static void collect(String pointer, JsonNode node, List<DynamicTest> tests) {
        node.properties().forEach(member -> {
            String name = member.getKey().replace("~", "~0").replace("/", "~1");
            if (member.getKey().equals("examples") && member.getValue().isArray()) {
                member.getValue().forEach(example -> tests.add(example(pointer, example)));
            } else if (member.getKey().equals("examples")) {
                member.getValue().forEach(example -> tests.add(example(pointer + "/schema", example.path("value"))));
            } else if (member.getKey().equals("example")) {
                tests.add(example(pointer + "/schema", member.getValue()));
            } else {
                collect(pointer + "/" + name, member.getValue(), tests);
            }
        });
        int index = 0;
        for (JsonNode element : node.isArray() ? node : List.<JsonNode>of()) {
            collect(pointer + "/" + index++, element, tests);
        }
    }

    private static DynamicTest example(String schema, JsonNode example) {
        return dynamicTest(schema, () -> ApiContract.validate(schema, example.toString()));
    }

    private static Stream<String> operations() {
        return API.path("paths").properties().stream()
                .flatMap(path -> path.getValue().propertyNames().stream()
                        .filter(METHODS::contains)
                        .map(method -> "/paths/" + path.getKey().replace("/", "~1") + "/" + method));
    }

    private static Set<String> described() {
        return operations()
                .map(pointer -> pointer.substring("/paths/".length()))
                .map(pointer -> pointer.substring(pointer.lastIndexOf('/') + 1) + " "
                        + pointer.substring(0, pointer.lastIndexOf('/')).replace("~1", "/"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A route for HEAD is that of GET, and OpenAPI would say everything twice. */
    private static Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        Checks checks = new Checks(domain -> new CompletableFuture<>(), 1, System::nanoTime, (report, time) -> {});
        Access access =
                new Access(Optional.empty(), WithoutKeys.ofThisMachine(), List.of(), 1, 1, TimeMeter.SYSTEM_NANOTIME);
        Router router = new Router();
        List.of(
                        new ApiRoutes(
                                checks, access, Clock.systemUTC(), new KeptReports(Keeping.OFF, Clock.systemUTC())),
                        new HealthRoutes(Optional::empty),
                        new McpRoutes(checks, access, List.of(), new ProtectedResource("localhost", List.of()), "1"))
                .forEach(part -> part.addTo(router));
        router.paths()
                .forEach((path, methods) -> methods.keySet().stream()
                        .filter(method -> !method.equals("HEAD"))
                        .forEach(method -> routes.add(method.toLowerCase(Locale.ROOT) + " " + path)));
        return routes;
    }
}
