package io.github.mtasts.docs;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Sources compiled as a consumer would: every lint on, warnings are errors. */
record Compilation(Path classes) {

    static Compilation onClassPath(Path folder, List<Path> sources, List<String> classPath) throws IOException {
        return compile(folder, sources, List.of("-classpath", String.join(File.pathSeparator, classPath)));
    }

    static Compilation onModulePath(Path folder, List<Path> sources, List<String> modulePath) throws IOException {
        return compile(folder, sources, List.of("--module-path", String.join(File.pathSeparator, modulePath)));
    }

    private static Compilation compile(Path folder, List<Path> sources, List<String> path) throws IOException {
        Path classes = folder.resolve("classes");
        List<String> options = new ArrayList<>(
                List.of("-Xlint:all,-requires-automatic", "-Werror", "-proc:none", "-d", classes.toString()));
        options.addAll(path);
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK is needed");
        StringWriter output = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean done = compiler.getTask(
                            output, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!done) {
                throw new AssertionError(output.toString());
            }
        }
        return new Compilation(classes);
    }

    /** Calls the static method {@code run} of a class. */
    void run(String className, Class<?> type, Object argument) throws Exception {
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            loader.loadClass(className).getMethod("run", type).invoke(null, argument);
        }
    }
}
