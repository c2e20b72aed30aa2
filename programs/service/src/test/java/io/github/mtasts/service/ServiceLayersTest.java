package io.github.mtasts.service;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The packages of the service: arrows point down only. */
class ServiceLayersTest {

    private static final String ROOT = "io.github.mtasts.service";

    @Test
    void arrowsPointDownOnly() {
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(ROOT);

        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("program")
                .definedBy(ROOT)
                .layer("mcp")
                .definedBy(ROOT + ".mcp")
                .layer("page")
                .definedBy(ROOT + ".page")
                .layer("http")
                .definedBy(ROOT + ".http")
                .layer("operation")
                .definedBy(ROOT + ".operation")
                .layer("access")
                .definedBy(ROOT + ".access")
                .layer("kept")
                .definedBy(ROOT + ".kept")
                .layer("check")
                .definedBy(ROOT + ".check")
                .layer("texts")
                .definedBy(ROOT + ".problem")
                .whereLayer("program")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("mcp")
                .mayOnlyBeAccessedByLayers("program")
                .whereLayer("page")
                .mayOnlyBeAccessedByLayers("program")
                .whereLayer("http")
                .mayOnlyBeAccessedByLayers("program", "mcp", "page")
                .whereLayer("operation")
                .mayOnlyBeAccessedByLayers("program", "http")
                .whereLayer("access")
                .mayOnlyBeAccessedByLayers("program", "http", "mcp", "operation")
                .whereLayer("kept")
                .mayOnlyBeAccessedByLayers("program", "http")
                .whereLayer("check")
                .mayOnlyBeAccessedByLayers("program", "http", "mcp", "operation")
                .check(classes);
    }
}
