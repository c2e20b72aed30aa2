package io.github.mtasts.sender;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The public classes, by name: a new one is added here. */
class PublicClassesTest {

    @Test
    void theSenderItsAnswersAndItsPorts() {
        assertThat(new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages("io.github.mtasts.sender")
                                .stream()
                                .filter(each -> each.getModifiers().contains(JavaModifier.PUBLIC))
                                .map(JavaClass::getSimpleName))
                .containsExactlyInAnyOrder(
                        "DecisionReason",
                        "Delivery",
                        "HostDecision",
                        "HostProtection",
                        "HostResult",
                        "MtaStsSender",
                        "MtaStsSenderBuilder",
                        "MxConnection",
                        "OperatorRule",
                        "OperatorRules",
                        "PolicyDecision",
                        "PolicyStore",
                        "PolicyStoreException",
                        "SenderListener",
                        "StoredPolicy");
    }
}
