package io.github.mtasts.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an image by native-image needs to know: our code calls nothing by reflection, Jackson calls what the metadata names. */
class ReflectionTest {

    private static final Path CLASSES = Path.of("target", "classes");
    private static final List<String> REFLECTION = List.of(
            "java/lang/reflect/",
            "java/util/ServiceLoader",
            "java/util/ResourceBundle",
            "forName",
            "getResource",
            "getDeclaredConstructor");

    @Test
    void theLibraryCallsNothingByReflectionAndReadsNoResource() {
        assertThat(classFiles(library()))
                .hasSizeGreaterThan(200)
                .allSatisfy(file -> assertThat(text(file)).as(file.toString()).doesNotContain(REFLECTION));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mta-sts-core", "mta-sts-tlsrpt"})
    void theMetadataNamesTheMethodsThatJacksonCalls(String module) throws IOException {
        assertThat(named(module)).isNotEmpty().containsExactlyInAnyOrderElementsOf(annotated(module));
    }

    @Test
    void noOtherModuleHasMethodsThatJacksonCalls() {
        assertThat(library()
                        .filter(module -> classFiles(Stream.of(module)).stream()
                                .anyMatch(file -> text(file).contains("com/fasterxml/jackson"))))
                .containsExactly("mta-sts-core", "mta-sts-tlsrpt");
    }

    /** As the page for builds says. */
    @ParameterizedTest
    @CsvSource({
        "okhttp3.OkHttpClient, true",
        "org.sqlite.JDBC, true",
        "org.xbill.DNS.Name, false",
        "com.github.benmanes.caffeine.cache.Caffeine, false",
    })
    void aDependencyBringsMetadataOrNot(String type, boolean brings) throws Exception {
        Path jar = Path.of(Class.forName(type, false, ReflectionTest.class.getClassLoader())
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (ZipFile content = new ZipFile(jar.toFile())) {
            assertThat(content.stream().anyMatch(entry -> entry.getName().startsWith("META-INF/native-image/")))
                    .isEqualTo(brings);
        }
    }

    /** The modules that applications have; the fakes are for tests. */
    private static Stream<String> library() {
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            return modules
                    .map(module -> module.getFileName().toString())
                    .filter(name -> name.startsWith("mta-sts") && !name.startsWith("mta-sts-testing"))
                    .filter(name -> Files.isDirectory(Path.of("..", name).resolve(CLASSES)))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static List<Path> classFiles(Stream<String> modules) {
        return modules.flatMap(module -> files(Path.of("..", module).resolve(CLASSES)).stream())
                .filter(file -> file.toString().endsWith(".class") && !file.endsWith("module-info.class"))
                .toList();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.toList();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** The methods in the module's metadata, as {@code type.method(parameters)}. */
    private static List<String> named(String module) throws IOException {
        Path metadata = Path.of("..", module)
                .resolve(CLASSES)
                .resolve(Path.of("META-INF", "native-image", "io.github.mtasts", module, "reflect-config.json"));
        JsonNode types = new ObjectMapper().readTree(metadata.toFile());
        return types.valueStream()
                .flatMap(type -> type.get("methods")
                        .valueStream()
                        .map(method -> type.get("name").textValue()
                                + "." + method.get("name").textValue()
                                + method.get("parameterTypes")
                                        .valueStream()
                                        .map(JsonNode::textValue)
                                        .collect(Collectors.joining(",", "(", ")"))))
                .toList();
    }

    private static List<String> annotated(String module) {
        Path root = Path.of("..", module).resolve(CLASSES);
        return classFiles(Stream.of(module)).stream()
                .map(file -> root.relativize(file).toString())
                .flatMap(file -> methods(
                        file.substring(0, file.length() - ".class".length()).replace('/', '.')))
                .filter(method ->
                        method.isAnnotationPresent(JsonValue.class) || method.isAnnotationPresent(JsonCreator.class))
                .map(method -> method.getDeclaringClass().getName()
                        + "." + method.getName()
                        + Arrays.stream(method.getParameterTypes())
                                .map(Class::getName)
                                .collect(Collectors.joining(",", "(", ")")))
                .toList();
    }

    private static Stream<Method> methods(String type) {
        try {
            return Arrays.stream(Class.forName(type, false, ReflectionTest.class.getClassLoader())
                    .getDeclaredMethods());
        } catch (ClassNotFoundException cause) {
            throw new LinkageError(type, cause);
        }
    }
}
