package io.github.mtasts.postfix;

import io.github.mtasts.kit.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the policies of the running server. */
@Command(
        name = "dump",
        description = "Lists the policies that the running server holds, one a line, with tabs between the fields.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class DumpCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private AdminOption admin = new AdminOption();

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(admin.client().get("/dump"));
        spec.commandLine().getOut().flush();
        return ExitCode.FINE;
    }
}
