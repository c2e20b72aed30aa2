package io.github.mtasts.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
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
            return versions.filter(version -> Files.isExecutable(version.resolve("bin/initdb")))
                    .max(Comparator.comparingInt(version -> Integer.parseInt(String.valueOf(version.getFileName()))))
                    .map(version -> version.resolve("bin"));
        }
    }

    static PostgresServer start(Path programs) throws IOException {
        Path folder = Files.createTempDirectory("postgres");
        if (isRoot()) {
            UserPrincipal postgres =
                    folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres");
            Files.setOwner(folder, postgres);
        }
        run(programs, folder, "initdb -U postgres -A trust -E UTF8 --no-locale --no-sync");
        PostgresServer server = new PostgresServer(programs, folder, freePort());
        Files.writeString(folder.resolve("data/postgresql.conf"), """
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = '%s'
                fsync = off
                """.formatted(server.port, folder));
        run(programs, folder, "pg_ctl -w -l log start");
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
        run(programs, folder, "pg_ctl -m immediate stop");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void run(Path programs, Path folder, String commandLine) throws IOException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        command.addAll(List.of((programs + "/" + commandLine).split(" ")));
        Path said = Files.createTempFile("postgres", ".txt");
        try {
            ProcessBuilder process = new ProcessBuilder(command).directory(folder.toFile());
            process.environment().put("PGDATA", folder.resolve("data").toString());
            Process done = process.redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start()
                    .onExit()
                    .join();
            assertThat(done.exitValue())
                    .as("%s: %s", command, Files.readString(said))
                    .isZero();
        } finally {
            Files.delete(said);
        }
    }

    private static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
