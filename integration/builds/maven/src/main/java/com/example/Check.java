package com.example;

import io.github.mtasts.system.MtaSts;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/** Prints the verdict on a domain: of the Internet, or of a world on 127.0.0.1 with these two ports and this root. */
public final class Check {

    public static void main(String[] arguments) throws Exception {
        try (MtaSts mtaSts = arguments.length == 1
                ? MtaSts.system()
                : inWorld(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), Path.of(arguments[3]))) {
            System.out.println(mtaSts.check(arguments[0]).verdict());
        }
    }

    private static MtaSts inWorld(int dnsPort, int httpsPort, Path root) throws Exception {
        try (InputStream certificate = Files.newInputStream(root)) {
            return MtaSts.builder()
                    .servers(new InetSocketAddress(InetAddress.getByName("localhost"), dnsPort))
                    .port(httpsPort)
                    .trust((X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(certificate))
                    .allowAddresses(InetAddress::isLoopbackAddress)
                    .build();
        }
    }
}
