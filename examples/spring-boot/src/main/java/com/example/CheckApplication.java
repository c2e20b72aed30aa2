package com.example;

import io.github.mtasts.MtaStsChecker;
import io.github.mtasts.MtaStsReport;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Says of any domain whether its MTA-STS works: curl http://localhost:8080/check/example.org */
@SpringBootApplication
@RestController
public class CheckApplication {

    private final MtaStsChecker checker;

    CheckApplication(MtaStsChecker checker) {
        this.checker = checker;
    }

    public static void main(String[] args) {
        SpringApplication.run(CheckApplication.class, args);
    }

    @GetMapping("/check/{domain}")
    CompletableFuture<MtaStsReport> check(@PathVariable String domain) {
        return checker.checkAsync(domain);
    }
}
