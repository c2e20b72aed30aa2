package io.github.mtasts.check;

import java.util.Arrays;

/** The program with policy hosts at the port that is the first argument: a test cannot have 443. */
final class MainAtPort {

    private MainAtPort() {}

    public static void main(String[] arguments) {
        System.exit(new Main(Integer.parseInt(arguments[0])).run(Arrays.copyOfRange(arguments, 1, arguments.length)));
    }
}
