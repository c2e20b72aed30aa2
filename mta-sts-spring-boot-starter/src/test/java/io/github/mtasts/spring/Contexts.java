package io.github.mtasts.spring;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.ClassUtils;

/** Applications with the starter, on whichever Spring Boot is on the class path. */
final class Contexts {

    private static final String BOOT = "org.springframework.boot.";

    /** Where Spring Boot 3.5 and 4 have them. */
    private static final List<String> DATABASE_AND_METRICS = List.of(
            BOOT + "autoconfigure.jdbc.DataSourceAutoConfiguration",
            BOOT + "actuate.autoconfigure.metrics.MetricsAutoConfiguration",
            BOOT + "actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
            BOOT + "actuate.autoconfigure.metrics.export.simple.SimpleMetricsExportAutoConfiguration",
            BOOT + "jdbc.autoconfigure.DataSourceAutoConfiguration",
            BOOT + "micrometer.metrics.autoconfigure.MetricsAutoConfiguration",
            BOOT + "micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            BOOT + "micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration");

    private Contexts() {}

    /** With the auto-configurations that the starter names. */
    static ApplicationContextRunner starter() {
        return new ApplicationContextRunner().withConfiguration(of(ours()));
    }

    /** The same with a database in memory and a meter registry, as Spring Boot configures them. */
    static ApplicationContextRunner withDatabaseAndMetrics() {
        Stream<String> present = DATABASE_AND_METRICS.stream().filter(name -> ClassUtils.isPresent(name, null));
        return new ApplicationContextRunner()
                .withConfiguration(of(Stream.concat(ours().stream(), present).toList()))
                .withPropertyValues("spring.datasource.generate-unique-name=true", "mta-sts.jdbc.create-table=true");
    }

    static List<String> ours() {
        List<String> ours = new ArrayList<>();
        for (String name : ImportCandidates.load(AutoConfiguration.class, Contexts.class.getClassLoader())) {
            if (name.startsWith("io.github.mtasts.")) {
                ours.add(name);
            }
        }
        return ours;
    }

    private static AutoConfigurations of(List<String> names) {
        return AutoConfigurations.of(names.stream()
                .map(name -> ClassUtils.resolveClassName(name, null))
                .toArray(Class[]::new));
    }
}
