package io.github.mtasts.kit;

/**
 * A value that an option was given.
 *
 * @param name of the option, without its dashes
 * @param repeatable whether the option takes more than one value
 * @param value as it was given
 * @param source where: the option itself, a variable of the environment, or a line of a file
 */
record Setting(String name, boolean repeatable, String value, String source) {

    /** As an argument of the command line. */
    String argument() {
        return "--" + name + "=" + value;
    }
}
