package io.frops.core.platform;

/// A service of the platform, by its configured name.
public record ServiceName(String value) implements Comparable<ServiceName> {
    public ServiceName {
        if (value.isBlank() || value.length() > 100) {
            throw new IllegalArgumentException("a service name has 1 to 100 characters");
        }
    }

    @Override
    public int compareTo(ServiceName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
