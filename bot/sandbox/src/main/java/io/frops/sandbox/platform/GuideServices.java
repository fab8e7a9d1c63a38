package io.frops.sandbox.platform;

import io.frops.core.platform.Service.Tier;
import io.frops.sandbox.platform.SampleService.PodFailure;
import io.frops.sandbox.platform.SampleService.SampleAlert;
import io.frops.sandbox.platform.SampleService.Scrape;
import java.util.List;

/// The services of the operations guide, with the rules it alerts by.
public final class GuideServices {
    private GuideServices() {}

    public static List<SampleService> all() {
        return List.of(
                new SampleService(
                        "frontend",
                        new Scrape("frontend", "frontend:80"),
                        List.of(),
                        Tier.STANDARD,
                        "web",
                        3,
                        PodFailure.OUT_OF_MEMORY,
                        slow("frontend")),
                new SampleService(
                        "backend",
                        new Scrape("backend", "backend:3001"),
                        List.of("backend-api"),
                        Tier.CRITICAL,
                        "platform",
                        3,
                        PodFailure.CRASH,
                        errors("backend")),
                new SampleService(
                        "face-recognition",
                        new Scrape("face-recognition-service", "face-registration:8000"),
                        List.of("face-recognition-service", "face-registration"),
                        Tier.CRITICAL,
                        "vision",
                        2,
                        PodFailure.CRASH,
                        down("face-recognition-service", "")),
                new SampleService(
                        "rag-engine",
                        new Scrape("rag-engine", "rag-engine:8080"),
                        List.of(),
                        Tier.STANDARD,
                        "ai",
                        2,
                        PodFailure.OUT_OF_MEMORY,
                        slow("rag-engine")),
                new SampleService(
                        "mongodb",
                        new Scrape("mongodb", "mongodb-exporter:9216"),
                        List.of(),
                        Tier.CRITICAL,
                        "platform",
                        1,
                        PodFailure.OUT_OF_MEMORY,
                        down("mongodb", "1")));
    }

    private static SampleAlert errors(String service) {
        return new SampleAlert(
                "HighErrorRate",
                "critical",
                "",
                "High error rate for " + service,
                "Error rate is 41.67% for the last 5 minutes",
                ("sum(rate(http_requests_total{service=\"%s\",status=~\"5..\"}[5m]))"
                                + " / sum(rate(http_requests_total{service=\"%s\"}[5m])) > 0.01")
                        .formatted(service, service));
    }

    private static SampleAlert slow(String service) {
        return new SampleAlert(
                "SlowResponses",
                "warning",
                "",
                "Slow responses from " + service,
                "95th percentile of request duration is 1.84s for the last 5 minutes",
                ("histogram_quantile(0.95, sum(rate("
                                + "http_request_duration_seconds_bucket{service=\"%s\"}[5m])) by (le)) > 0.5")
                        .formatted(service));
    }

    private static SampleAlert down(String job, String sev) {
        return new SampleAlert(
                "ServiceDown",
                "critical",
                sev,
                "Service " + job + " is down",
                job + " has been down for more than 1 minute",
                "up{job=\"%s\"} == 0".formatted(job));
    }
}
