package io.github.mtasts.check;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The packages of the command line: commands open containers, which know no command. */
class CheckLayersTest {

    private static final String ROOT = "io.github.mtasts.check";

    @Test
    void arrowsPointDownOnly() {
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(ROOT);

        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("commands")
                .definedBy(ROOT)
                .layer("containers")
                .definedBy(ROOT + ".containers")
                .whereLayer("commands")
                .mayNotBeAccessedByAnyLayer()
                .check(classes);
    }
}
