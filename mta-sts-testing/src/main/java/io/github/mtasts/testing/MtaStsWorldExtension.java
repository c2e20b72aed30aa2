package io.github.mtasts.testing;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives JUnit tests a running {@link MtaStsWorld}: {@code @ExtendWith(MtaStsWorldExtension.class)}, and a parameter of that
 * type. A test method has its own world, started for it and closed after it; a world that a constructor or a
 * {@code @BeforeAll} method asks for is shared by the tests of the class.
 */
@SuppressWarnings("exports") // JUnit is optional: users of this class require it.
public final class MtaStsWorldExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(MtaStsWorldExtension.class);

    /** Made by JUnit. */
    public MtaStsWorldExtension() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == MtaStsWorld.class;
    }

    /** A world that lives as long as the context: JUnit closes what is in its store. */
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .computeIfAbsent(MtaStsWorld.class, first -> MtaStsWorld.start(), MtaStsWorld.class);
    }
}
