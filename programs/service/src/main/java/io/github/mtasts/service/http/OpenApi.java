package io.github.mtasts.service.http;

import io.github.mtasts.Advice;
import io.github.mtasts.Evidence;
import io.github.mtasts.MtaStsReport;
import io.github.mtasts.ReportField;
import io.github.mtasts.Thresholds;
import io.github.mtasts.Verdict;
import io.github.mtasts.issue.IssueCode;
import io.github.mtasts.issue.ResultType;
import io.github.mtasts.issue.Severity;
import io.github.mtasts.kit.Explanation;
import io.github.mtasts.kit.Json;
import io.github.mtasts.service.access.Refusal;
import io.github.mtasts.service.check.BusyException;
import io.github.mtasts.service.kept.KeptReports;
import io.github.mtasts.service.problem.ProblemException;
import io.github.mtasts.service.problem.ProblemKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The description of the API. Its examples and words are made by the program, so they cannot differ from its answers. */
public final class OpenApi {

    /** The schema of each object of the report, by where it stands. */
    private static final Map<String, String> SCHEMAS = Map.of(
            "", "ReportFields",
            "dns_record.", "StsRecord",
            "policy.", "StsPolicy",
            "tls_rpt.", "TlsRptRecord",
            "issues[].", "Issue",
            "recommendations[].", "Recommendation",
            "mx[].", "MxHost",
            "certificate.", "Certificate",
            "left_out.", "LeftOut");

    private final Map<String, Object> made = new LinkedHashMap<>();

    private OpenApi() {
        MtaStsReport report =
                MtaStsReport.of(Evidence.fromMap(read("example-evidence.json")), Thresholds.recommended());
        Map<String, @Nullable Object> line = report.toMap();
        line.put("input", "EXAMPLE.org.");
        made.put("report", report.toMap());
        made.put("report_csv", ReportCsv.HEADER + ReportCsv.row("EXAMPLE.org.", report.toMap()));
        made.put("batch_line", line);
        made.put("issue", report.issues().get(0).toMap());
        made.put("recommendation", ((List<?>) member(report.toMap(), "recommendations")).get(0));
        made.put("issue_code", Explanation.of(IssueCode.FETCH_CERT_EXPIRED).toMap());
        made.put("advice_code", Catalogue.advice().entry(Advice.FIX_POLICY.name()));
        made.put(
                "verdict_names",
                Arrays.stream(Verdict.values()).map(Verdict::name).toList());
        made.put(
                "verdicts",
                "The result in one word. "
                        + words(Arrays.stream(Verdict.values()).map(each -> each + ": " + each.meaning())));
        made.put("severities", words(Arrays.stream(Severity.values()).map(each -> each + ": " + each.meaning())));
        List<@Nullable String> types = new ArrayList<>();
        Arrays.stream(ResultType.values()).map(ResultType::text).forEach(types::add);
        types.add(null);
        made.put("result_types", types);
        made.put(
                "problem_types",
                Arrays.stream(ProblemKind.values()).map(ProblemKind::type).toList());
        problems()
                .forEach(problem -> made.put(
                        "problem_" + problem.problem().status(),
                        problem.problem().toMap()));
    }

    /** As it is served. */
    public static Map<String, Object> description() {
        Map<String, Object> description = object(new OpenApi().filled(read("openapi.json")));
        Map<String, Object> schemas = object(member(object(member(description, "components")), "schemas"));
        ReportField.all().forEach(field -> declare(field, schemas));
        return description;
    }

    /** The file has types and bounds; that a field is there, and what it means, comes from core. */
    private static void declare(ReportField field, Map<String, Object> schemas) {
        int name = field.path().lastIndexOf('.') + 1;
        Map<String, Object> schema =
                object(member(schemas, member(SCHEMAS, field.path().substring(0, name))));
        Map<String, Object> properties = object(member(schema, "properties"));
        Object property = properties.get(field.path().substring(name));
        if (property == null) {
            throw new IllegalStateException("openapi.json does not have the field " + field.path());
        }
        object(property).putIfAbsent("description", field.meaning());
        required(schema).add(field.path().substring(name));
    }

    @SuppressWarnings("unchecked")
    private static List<String> required(Map<String, Object> schema) {
        return (List<String>) schema.computeIfAbsent("required", absent -> new ArrayList<String>());
    }

    private static Stream<ProblemException> problems() {
        return Stream.of(
                CheckRoute.refused("192.0.2.1"),
                Refusal.keyMissing(),
                Catalogue.issues().unknown("RECORD_ID_INVALD"),
                Refusal.foreignPage(),
                Router.notAllowed("GET, HEAD"),
                Problems.of(ProblemKind.UNSUPPORTED_HTTP_VERSION),
                Problems.of(ProblemKind.REQUEST_TIMEOUT),
                Problems.of(ProblemKind.CONTENT_TOO_LARGE),
                Problems.of(ProblemKind.URI_TOO_LONG),
                Body.unsupported("application/xml", "application/json"),
                Refusal.notThisHost(),
                Refusal.tooManyRequests(600, Duration.ofSeconds(12)),
                Problems.of(ProblemKind.HEADER_TOO_LARGE),
                new ProblemException(Bug.problem("0c1c6ac5-9d6b-4d1f-8f5b-0c6d8ed6e0c4")),
                Problems.of(new BusyException()),
                KeptReports.noRoom());
    }

    private @Nullable Object filled(@Nullable Object part) {
        if (part instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> filled = new LinkedHashMap<>();
            map.forEach((name, value) -> filled.put((String) name, filled(value)));
            return filled;
        }
        if (part instanceof List<?> list) {
            return list.stream().map(this::filled).collect(Collectors.toCollection(ArrayList::new));
        }
        return part instanceof String text && text.startsWith("{{")
                ? member(made, text.substring(2, text.length() - 2))
                : part;
    }

    private static String words(Stream<String> sentences) {
        return sentences.collect(Collectors.joining(" "));
    }

    private static <T> T member(Map<String, T> map, String name) {
        return Objects.requireNonNull(map.get(name), name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }

    private static Map<String, Object> read(String name) {
        try (InputStream file = OpenApi.class.getResourceAsStream(name)) {
            return Json.readObject(Objects.requireNonNull(file, name).readAllBytes());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
