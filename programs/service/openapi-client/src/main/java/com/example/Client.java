package com.example;

import com.example.client.ApiClient;
import com.example.client.ApiException;
import com.example.client.api.DefaultApi;
import com.example.client.model.Report;
import java.net.URI;

/** Calls a running service through the client that was generated from its description: Client ADDRESS KEY. */
public final class Client {

    public static void main(String[] arguments) throws ApiException {
        DefaultApi api = api(arguments[0], arguments[1]);

        Report report = api.check("enforced.example", true);
        System.out.println("check: " + report.getVerdict() + ", " + report.getMode() + ", max_age "
                + report.getPolicy().getMaxAge() + ", left out " + report.getLeftOut());
        System.out.println("form: " + api.checkForm("no-record.example", null, null).getDnsRecord());
        System.out.println("lint: " + api.lintPolicy("version: STSv1").getIssues().get(0).getCode());
        System.out.println("issue: " + api.issue("MX_NULL", null).getSeverity());
        System.out.println("health: " + api.ready().getStatus());
        try {
            api(arguments[0], "wrong").check("enforced.example", null);
        } catch (ApiException refused) {
            System.out.println("problem: " + refused.getCode() + " " + refused.getResponseBody());
        }
    }

    private static DefaultApi api(String address, String key) {
        ApiClient client = new ApiClient();
        URI uri = URI.create(address);
        client.setScheme(uri.getScheme());
        client.setHost(uri.getHost());
        client.setPort(uri.getPort());
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + key));
        return new DefaultApi(client);
    }
}
