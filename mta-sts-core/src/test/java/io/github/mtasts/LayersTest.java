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
                .layer("spi")
                .definedBy("io.github.mtasts.spi")
                .layer("syntax")
                .definedBy("io.github.mtasts.syntax")
                .layer("issue")
                .definedBy("io.github.mtasts.issue")
                .whereLayer("checker")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("spi")
                .mayOnlyBeAccessedByLayers("checker")
                .whereLayer("syntax")
                .mayOnlyBeAccessedByLayers("checker", "spi")
                .whereLayer("issue")
                .mayOnlyBeAccessedByLayers("checker", "spi", "syntax")
                .ensureAllClassesAreContainedInArchitecture()
                .check(CoreClasses.ALL);
    }
}
