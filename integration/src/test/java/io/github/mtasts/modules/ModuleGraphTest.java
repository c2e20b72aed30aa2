package io.github.mtasts.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which module may use which, by the imports of its main code. */
class ModuleGraphTest {

    /** Arrows point down only: core, TLS reports, adapters, the sender and the short way in, the stores. */
    private static final String LIBRARY = """
            mta-sts-core: -
            mta-sts-dns: mta-sts-core
            mta-sts-http: mta-sts-core
            mta-sts-micrometer: mta-sts-core, mta-sts-sender, mta-sts-tlsrpt
            mta-sts-sender: mta-sts-core, mta-sts-tlsrpt
            mta-sts-spring-boot-starter: mta-sts-core, mta-sts-dns, mta-sts-http, mta-sts-micrometer, mta-sts-sender, mta-sts-store-jdbc, mta-sts-tlsrpt
            mta-sts-store-jdbc: mta-sts-core, mta-sts-sender
            mta-sts-store-sqlite: mta-sts-core, mta-sts-sender
            mta-sts-testing-clients: mta-sts, mta-sts-core, mta-sts-dns, mta-sts-http, mta-sts-sender, mta-sts-testing
            mta-sts-testing: mta-sts-core
            mta-sts-tlsrpt: mta-sts-core
            mta-sts: mta-sts-core, mta-sts-dns, mta-sts-http
            """;

    private static final String PROGRAMS = "programs/";
    private static final String EXAMPLES = "examples/";
    private static final String KIT = "programs/kit";

    private static final Path ROOT = Path.of("..");
    private static final Path SOURCES = Path.of("src", "main", "java");

    private final Map<String, String> owners = owners();

    @Test
    void theLibrarysModulesUseEachOtherAsDrawn() {
        String drawn = modules()
                .filter(module -> !isProgram(module) && !isExample(module))
                .map(module -> module + ": " + String.join(", ", uses(module).isEmpty() ? List.of("-") : uses(module)))
                .sorted()
                .collect(Collectors.joining("\n", "", "\n"));

        assertThat(drawn).isEqualTo(LIBRARY);
    }

    @Test
    void programsUseNoProgramButTheKit() {
        assertThat(modules().filter(ModuleGraphTest::isProgram))
                .isNotEmpty()
                .allSatisfy(program -> assertThat(
                                uses(program).stream().filter(used -> isProgram(used) || isExample(used)))
                        .isSubsetOf(KIT));
        assertThat(uses(KIT)).noneMatch(ModuleGraphTest::isProgram);
    }

    @Test
    void anExampleUsesTheLibraryAlone() {
        assertThat(modules().filter(ModuleGraphTest::isExample))
                .isNotEmpty()
                .allSatisfy(example -> assertThat(uses(example)).noneMatch(used -> isProgram(used) || isExample(used)));
    }

    private static boolean isProgram(String module) {
        return module.startsWith(PROGRAMS);
    }

    private static boolean isExample(String module) {
        return module.startsWith(EXAMPLES);
    }

    /** The other modules whose packages a module imports. */
    private Set<String> uses(String module) {
        Set<String> used = new TreeSet<>();
        files(ROOT.resolve(module).resolve(SOURCES))
                .forEach(file -> lines(file)
                        .filter(line -> line.startsWith("import "))
                        .map(ModuleGraphTest::packageOf)
                        .filter(owners::containsKey)
                        .forEach(name -> used.add(owners.get(name))));
        used.remove(module);
        return used;
    }

    /** Packages are in lower case, classes are not. */
    private static String packageOf(String line) {
        String name = line.substring("import ".length(), line.length() - 1);
        return Stream.of((name.startsWith("static ") ? name.substring("static ".length()) : name).split("\\."))
                .takeWhile(part -> Character.isLowerCase(part.charAt(0)))
                .collect(Collectors.joining("."));
    }

    private static Map<String, String> owners() {
        Map<String, String> owners = new TreeMap<>();
        modules().forEach(module -> {
            Path sources = ROOT.resolve(module).resolve(SOURCES);
            files(sources)
                    .map(file -> sources.relativize(file.getParent()).toString().replace('/', '.'))
                    .filter(name -> !name.isEmpty())
                    .forEach(name -> owners.put(name, module));
        });
        return owners;
    }

    /** Each folder with main code, such as {@code programs/check}. */
    private static Stream<String> modules() {
        return lines(ROOT.resolve("pom.xml"))
                .map(String::strip)
                .filter(line -> line.startsWith("<module>"))
                .map(line -> line.substring("<module>".length(), line.indexOf("</")))
                .filter(module -> Files.isDirectory(ROOT.resolve(module).resolve(SOURCES)));
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
