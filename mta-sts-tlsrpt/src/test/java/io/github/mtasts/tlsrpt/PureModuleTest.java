package io.github.mtasts.tlsrpt;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.Serializable;
import org.junit.jupiter.api.Test;

/** The module computes, like the core below it: no I/O, no clock, no threads, no regular expressions. */
class PureModuleTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(TlsRptReport.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void itUsesTheCoresTextsAndAFewPackagesOfJavaBase() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.github.mtasts.tlsrpt",
                        "io.github.mtasts.issue",
                        "io.github.mtasts.json",
                        "io.github.mtasts.syntax",
                        "org.jspecify.annotations",
                        "com.fasterxml.jackson.annotation",
                        "java.lang",
                        "java.lang.annotation",
                        "java.lang.invoke",
                        "java.lang.runtime",
                        "java.time..",
                        "java.util",
                        "java.util.function",
                        "java.util.stream")
                .check(CLASSES);
    }

    @Test
    void theTimeComesFromTheCaller() {
        noClasses()
                .should()
                .callMethodWhere(target(owner(resideInAPackage("java.time.."))).and(target(name("now"))))
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(System.class, java.time.Clock.class, Thread.class)
                .check(CLASSES);
    }

    @Test
    void noRegularExpressionIsHiddenInAString() {
        noClasses()
                .should()
                .callMethodWhere(target(owner(type(String.class)))
                        .and(target(nameMatching("matches|replaceAll|replaceFirst|split"))))
                .check(CLASSES);
    }

    @Test
    void nothingIsSerializable() {
        noClasses()
                .that()
                .areNotEnums()
                .should()
                .beAssignableTo(Serializable.class)
                .because("toMap() is the form to store")
                .check(CLASSES);
    }

    @Test
    void thePublicClassesAreThese() {
        assertThat(CLASSES.stream()
                        .filter(each -> each.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaClass::getSimpleName))
                .containsExactlyInAnyOrder(
                        "Builder",
                        "Deviation",
                        "DeviationCode",
                        "FailureDetails",
                        "PolicyType",
                        "ReadReport",
                        "ReportedPolicy",
                        "TlsRptEvent",
                        "TlsRptReport",
                        "TlsRptReporter");
    }
}
