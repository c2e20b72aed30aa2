import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** Starts a framework with these bundles, all of them, and runs the main class of the last one. */
class Launcher {

    public static void main(String[] arguments) throws Exception {
        Path storage = Files.createTempDirectory(Path.of(arguments[0]), "osgi");
        Framework framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(Map.of(Constants.FRAMEWORK_STORAGE, storage.toString()));
        framework.start();
        try {
            List<Bundle> bundles = new ArrayList<>();
            for (String jar : arguments[1].split(File.pathSeparator)) {
                bundles.add(framework.getBundleContext().installBundle(Path.of(jar).toUri().toString()));
            }
            for (Bundle bundle : bundles) {
                if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
                    bundle.start();
                }
            }
            Object program = List.of(arguments).subList(3, arguments.length).toArray(String[]::new);
            Class<?> main = bundles.get(bundles.size() - 1).loadClass(arguments[2]);
            main.getMethod("main", String[].class).invoke(null, program);
        } finally {
            framework.stop();
            framework.waitForStop(10_000);
        }
    }
}
