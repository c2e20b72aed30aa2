package io.github.mtasts;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import org.junit.jupiter.api.Test;

/** Arrows between packages point down only. */
class LayersTest {

    @Test
    void arrowsPointDownOnly() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("checker")
                .definedBy("io.github.mtasts")
                .layer("call")
                .definedBy("io.github.mtasts.call")
                .layer("certificate")
                .definedBy("io.github.mtasts.certificate")
                .layer("runtime")
                .definedBy("io.github.mtasts.runtime")
                .layer("spi")
                .definedBy("io.github.mtasts.spi")
                .layer("text")
                .definedBy("io.github.mtasts.text")
                .layer("syntax")
                .definedBy("io.github.mtasts.syntax")
                .layer("issue")
                .definedBy("io.github.mtasts.issue")
                .layer("json")
                .definedBy("io.github.mtasts.json")
                .layer("slip")
                .definedBy("io.github.mtasts.slip")
                .whereLayer("checker")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("call")
                .mayOnlyBeAccessedByLayers("checker")
                .whereLayer("certificate")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("text")
                .mayOnlyBeAccessedByLayers("checker")
                .whereLayer("runtime")
                .mayOnlyBeAccessedByLayers("certificate")
                .whereLayer("spi")
                .mayOnlyBeAccessedByLayers("checker", "call", "certificate")
                .whereLayer("syntax")
                .mayOnlyBeAccessedByLayers("checker", "text", "spi", "certificate")
                .whereLayer("issue")
                .mayOnlyBeAccessedByLayers("checker", "text", "spi", "syntax", "call", "certificate")
                .whereLayer("slip")
                .mayOnlyBeAccessedByLayers("checker", "syntax")
                .whereLayer("json")
                .mayOnlyBeAccessedByLayers("checker", "spi", "issue")
                .ensureAllClassesAreContainedInArchitecture()
                .check(CoreClasses.ALL);
    }
}
