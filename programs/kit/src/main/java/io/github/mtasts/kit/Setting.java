package io.github.mtasts.kit;

/**
 * The value given for an option.
 *
 * @param name of the option, without its dashes
 * @param repeatable whether the option takes more than one value
 * @param value as it was given
 * @param source the option itself, an environment variable, or a line of a file
 */
record Setting(String name, boolean repeatable, String value, String source) {

    /** As a command-line argument. */
    String argument() {
        return "--" + name + "=" + value;
    }
}
