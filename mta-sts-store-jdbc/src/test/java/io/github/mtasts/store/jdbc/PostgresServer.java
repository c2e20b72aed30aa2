package io.github.mtasts.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL of Debian's on 127.0.0.1, with a database that goes with it. Root runs it as user postgres. */
final class PostgresServer implements AutoCloseable {

    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    private final Path programs;
    private final Path folder;
    private final int port;
    private final AtomicInteger schemas = new AtomicInteger();

    private PostgresServer(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** Where initdb and pg_ctl are: of the newest version, if any is installed. */
    static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(VERSIONS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.comparingInt(bin ->
                            Integer.parseInt(bin.getParent().getFileName().toString())));
        }
    }

    static PostgresServer start(Path programs) throws IOException {
        Path folder = Files.createTempDirectory("postgres");
        PostgresServer server = new PostgresServer(programs, folder, freePort());
        if (isRoot()) {
            run(List.of("chown", "postgres", folder.toString()));
        }
        server.runs("initdb", "-D", server.data(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync");
        server.runs("pg_ctl", "-D", server.data(), "-w", "-l", folder.resolve("log").toString(), "-o",
                "-c listen_addresses=127.0.0.1 -p " + server.port + " -c unix_socket_directories=" + folder + " -c fsync=off",
                "start");
        return server;
    }

    /** A new schema with nothing in it; each connection to it is a new one. */
    PGSimpleDataSource newSchema() throws SQLException {
        String schema = "s" + schemas.incrementAndGet();
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setServerNames(new String[] {"127.0.0.1"});
        dataSource.setPortNumbers(new int[] {port});
        dataSource.setDatabaseName("postgres");
        dataSource.setUser("postgres");
        try (Connection connection = dataSource.getConnection();
                Statement create = connection.createStatement()) {
            create.execute("CREATE SCHEMA " + schema);
        }
        dataSource.setCurrentSchema(schema);
        return dataSource;
    }

    @Override
    public void close() throws IOException {
        runs("pg_ctl", "-D", data(), "-m", "immediate", "stop");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private void runs(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private static void run(List<String> command) throws IOException {
        Path said = Files.createTempFile("postgres", ".txt");
        try {
            int exit = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start()
                    .onExit()
                    .join()
                    .exitValue();
            assertThat(exit).as("%s: %s", command, Files.readString(said)).isZero();
        } finally {
            Files.delete(said);
        }
    }

    private static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
