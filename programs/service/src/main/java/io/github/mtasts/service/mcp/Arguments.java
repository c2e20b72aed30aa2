package io.github.mtasts.service.mcp;

import io.github.mtasts.issue.RemoteText;
import io.github.mtasts.service.problem.Problem;
import io.github.mtasts.service.problem.ProblemException;
import io.github.mtasts.service.problem.ProblemKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The arguments of a call. A refusal is a sentence from which a model can correct its call. */
final class Arguments {

    private final Map<String, @Nullable Object> given;

    private Arguments(Map<String, @Nullable Object> given) {
        this.given = given;
    }

    /**
     * Refuses names that the tool does not know.
     *
     * @param given as the client sent them
     */
    static Arguments of(Map<String, @Nullable Object> given, String... names) {
        Arguments arguments = new Arguments(given);
        List<String> unknown = new ArrayList<>(arguments.given.keySet());
        unknown.removeAll(List.of(names));
        if (!unknown.isEmpty()) {
            throw refused("Unknown argument \"" + RemoteText.list(unknown) + "\". This tool takes "
                    + String.join(", ", names) + ".");
        }
        return arguments;
    }

    /** A text that must be there. */
    String text(String name, String example) {
        if (given.get(name) instanceof String text) {
            return text;
        }
        throw refused("The argument " + name + " must be a string: " + example + ".");
    }

    /** Whether it is given. */
    boolean has(String name) {
        return given.get(name) != null;
    }

    /** A list of texts, of a length that is allowed. */
    List<String> texts(String name, int most) {
        if (given.get(name) instanceof List<?> list
                && !list.isEmpty()
                && list.size() <= most
                && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).map(String::strip).toList();
        }
        throw refused("The argument " + name + " must be a list of 1 to " + most + " strings.");
    }

    /** False when it is not given. */
    boolean flag(String name) {
        Object value = given.get(name);
        if (value == null) {
            return false;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw refused("The argument " + name + " must be true or false.");
    }

    static ProblemException refused(String sentence) {
        return new ProblemException(Problem.of(ProblemKind.BAD_ARGUMENT, sentence));
    }
}
