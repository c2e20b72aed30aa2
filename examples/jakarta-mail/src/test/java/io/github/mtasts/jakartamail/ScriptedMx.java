package io.github.mtasts.jakartamail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** A mail server that answers as the test says, and remembers the commands. */
final class ScriptedMx implements AutoCloseable {

    /** A server without a fault and without STARTTLS. */
    static final UnaryOperator<String> WELL = command -> switch (command) {
        case "" -> "220 mx ready";
        case "EHLO" -> "250 mx";
        case "DATA" -> "354 go on";
        case "QUIT" -> "221 bye";
        default -> "250 fine";
    };

    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final ServerSocket listening;
    private final UnaryOperator<String> replies;

    /** The replies are asked with the first word of each command, and with nothing for the greeting. */
    ScriptedMx(String address, int port, UnaryOperator<String> replies) {
        try {
            this.listening = new ServerSocket(port, 10, InetAddress.getByName(address));
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        this.replies = replies;
        Thread thread = new Thread(this::serve, "scripted-mx");
        thread.setDaemon(true);
        thread.start();
    }

    /** The first words of the commands so far, over all sessions. */
    List<String> commands() {
        return List.copyOf(commands);
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void serve() {
        while (!listening.isClosed()) {
            try (Socket socket = listening.accept()) {
                converse(socket);
            } catch (IOException gone) {
                // the next one, or the end
            }
        }
    }

    private void converse(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        say(socket, replies.apply(""));
        boolean inData = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (inData) {
                inData = !line.equals(".");
                if (inData) {
                    continue;
                }
                line = "END";
            }
            String command = line.split(" ", 2)[0];
            commands.add(command);
            String reply = replies.apply(command);
            inData = reply.startsWith("354");
            say(socket, reply);
            if (command.equals("QUIT")) {
                return;
            }
        }
    }

    private static void say(Socket socket, String reply) throws IOException {
        socket.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }
}
