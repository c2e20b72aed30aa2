package io.github.mtasts;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.io.Serializable;
import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** The core computes: what it needs of the world comes through its ports. */
class PureCoreTest {

    @Test
    void allThatIsUsedIsAFewPackagesOfJavaBase() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.github.mtasts..",
                        "org.jspecify.annotations",
                        "com.fasterxml.jackson.annotation",
                        "java.lang",
                        "java.lang.annotation",
                        "java.lang.invoke",
                        "java.lang.runtime",
                        "java.net",
                        "java.nio",
                        "java.security",
                        "java.security.cert",
                        "javax.security.auth.x500",
                        "java.nio.charset",
                        "java.text",
                        "java.time..",
                        "java.util",
                        "java.util.concurrent..",
                        "java.util.function",
                        "java.util.stream")
                .because("files, sockets, HTTP, logging and regular expressions do not belong in the core")
                .check(CoreClasses.ALL);
    }

    @Test
    void onlyNamesAndAddressesOfJavaNetAreUsed() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("java.net")
                        .and(assignableTo(InetAddress.class)
                                .or(type(IDN.class))
                                .or(type(URI.class))
                                .or(type(URISyntaxException.class))
                                .negate()))
                .check(CoreClasses.ALL);
    }

    @Test
    void noAddressIsLookedUp() {
        noClasses()
                .should()
                .callMethodWhere(target(owner(assignableTo(InetAddress.class)))
                        .and(target(nameMatching("getByName|getAllByName|getLocalHost|getHostName|getCanonicalHostName"
                                + "|isReachable"))))
                .check(CoreClasses.ALL);
    }

    @Test
    void noRegularExpressionIsHiddenInAString() {
        noClasses()
                .should()
                .callMethodWhere(target(owner(type(String.class)))
                        .and(target(nameMatching("matches|replaceAll|replaceFirst|split"))))
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(java.util.Scanner.class)
                .check(CoreClasses.ALL);
    }

    @Test
    void theTimeComesFromTheClock() {
        noClasses()
                .should()
                .callMethodWhere(target(owner(resideInAPackage("java.time.."))).and(target(name("now"))))
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .check(CoreClasses.ALL);
    }

    @Test
    void nothingIsLoggedRunOrReadFromTheSystem() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(
                        System.Logger.class,
                        System.LoggerFinder.class,
                        Process.class,
                        ProcessBuilder.class,
                        Runtime.class,
                        ClassLoader.class,
                        java.util.ServiceLoader.class,
                        java.util.ResourceBundle.class)
                .orShould()
                .callMethodWhere(target(owner(type(System.class))).and(target(nameMatching("getProperty|getenv|exit"))))
                .check(CoreClasses.ALL);
    }

    @Test
    void parsersAndIssuesKnowNoThreadAndNoClock() {
        noClasses()
                .that()
                .resideInAnyPackage("io.github.mtasts.syntax", "io.github.mtasts.issue")
                .should()
                .dependOnClassesThat(resideInAPackage("java.util.concurrent..")
                        .or(type(Thread.class))
                        .or(type(ThreadLocal.class))
                        .or(type(Clock.class)))
                .check(CoreClasses.ALL);
    }

    @Test
    void nothingIsSerializable() {
        noClasses()
                .that()
                .areNotEnums()
                .and()
                .areNotAssignableTo(Throwable.class)
                .should()
                .beAssignableTo(Serializable.class)
                .because("toMap() is the form to store")
                .check(CoreClasses.ALL);
    }
}
