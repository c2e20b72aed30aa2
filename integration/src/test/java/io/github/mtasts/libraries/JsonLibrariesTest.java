package io.github.mtasts.libraries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.ToNumberPolicy;
import io.github.mtasts.Evidence;
import io.github.mtasts.MtaStsReport;
import io.github.mtasts.kit.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

/** Jackson 2 and 3 write and read our values as they are, Gson their maps: always the JSON of the command line. */
class JsonLibrariesTest {

    private final ObjectMapper jackson2 = new ObjectMapper();
    private final JsonMapper jackson3 = new JsonMapper();
    private final Gson gson = new GsonBuilder()
            .serializeNulls()
            .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
            .create();

    static List<Value> values() throws IOException {
        return Value.all();
    }

    @Test
    void aReportIsTheLineThatTheCommandLinePrints(@TempDir Path folder) throws Exception {
        List<Evidence> evidence = Value.evidence();
        List<String> expected =
                CommandLine.replay(folder, evidence.stream().map(Json::write).toList());

        List<String> ofJackson2 = new ArrayList<>();
        List<String> ofJackson3 = new ArrayList<>();
        List<String> ofGson = new ArrayList<>();
        for (Evidence each : evidence) {
            MtaStsReport report = Value.report(each);
            ofJackson2.add(Json.visible(jackson2.writeValueAsString(report)));
            ofJackson3.add(Json.visible(jackson3.writeValueAsString(report)));
            ofGson.add(Json.write(jackson3.readTree(gson.toJson(report.toMap()))));
        }

        assertThat(ofJackson2).isEqualTo(expected);
        assertThat(ofJackson3).isEqualTo(expected);
        assertThat(ofGson).isEqualTo(expected);
    }

    /** A controller that returns a part of a report answers what the report has there; of a certificate also its start. */
    @Test
    void aPartOfAReportIsWrittenAsTheReportHasIt() throws IOException {
        for (Evidence each : Value.evidence()) {
            MtaStsReport report = Value.report(each);
            JsonNode whole = jackson2.valueToTree(report);
            Map.of("issues", report.issues(), "recommendations", report.recommendations(), "mx", report.mx())
                    .forEach((key, part) -> assertThat(
                                    jackson2.<JsonNode>valueToTree(part).toString())
                            .isEqualTo(whole.get(key).toString()));
            report.certificate().ifPresent(certificate -> {
                ObjectNode alone = jackson2.valueToTree(certificate);
                alone.remove("not_before");
                assertThat(alone.toString()).isEqualTo(whole.get("certificate").toString());
            });
        }
    }

    @ParameterizedTest
    @MethodSource("values")
    void jackson2WritesItsMapAndReadsIt(Value each) throws JsonProcessingException {
        String text = jackson2.writeValueAsString(each.value());
        Object read = jackson2.readValue(text, each.value().getClass());

        assertThat(text).isEqualTo(jackson2.writeValueAsString(each.map()));
        assertThat(jackson2.writeValueAsString(read)).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("values")
    void jackson3WritesItsMapAndReadsIt(Value each) {
        String text = jackson3.writeValueAsString(each.value());
        Object read = jackson3.readValue(text, each.value().getClass());

        assertThat(text).isEqualTo(jackson3.writeValueAsString(each.map()));
        assertThat(jackson3.writeValueAsString(read)).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("values")
    void gsonWritesAndReadsItsMap(Value each) {
        String text = gson.toJson(each.map());
        Object read = each.reader().apply(gson.fromJson(text, Map.class));

        assertThat(jackson3.writeValueAsString(read)).isEqualTo(jackson3.writeValueAsString(each.map()));
    }

    @Test
    void whatIsWrongIsNamedByItsPlace() {
        String wrong = "{\"domain\":\"example.org\",\"verdict\":\"ABSENT\",\"has_mta_sts\":false,\"issues\":[{}]}";

        assertThatExceptionOfType(JsonMappingException.class)
                .isThrownBy(() -> jackson2.readValue(wrong, MtaStsReport.class))
                .withMessageContaining("issues[0].code is missing");
        assertThatExceptionOfType(DatabindException.class)
                .isThrownBy(() -> jackson3.readValue(wrong, MtaStsReport.class))
                .withMessageContaining("issues[0].code is missing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MtaStsReport.fromMap(gson.fromJson(wrong, Map.class)))
                .withMessage("issues[0].code is missing");
    }
}
