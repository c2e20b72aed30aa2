package io.github.mtasts;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** The module's classes, without its tests. */
final class CoreClasses {

    static final JavaClasses ALL = new ClassFileImporter()
            .importUrl(MtaStsChecker.class.getProtectionDomain().getCodeSource().getLocation());

    private CoreClasses() {}
}
