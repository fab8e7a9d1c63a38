package io.frops.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/// Calls a record's canonical constructor.
final class Records {
    private Records() {}

    /// @throws IllegalArgumentException as the record's own constructor threw it
    static Object construct(Class<? extends Record> type, Object[] values) {
        try {
            Class<?>[] types =
                    Arrays.stream(type.getRecordComponents())
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new);
            Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof IllegalArgumentException refusal) {
                throw refusal;
            }
            throw new IllegalStateException(type + " failed", thrown.getCause());
        } catch (ReflectiveOperationException bug) {
            throw new IllegalStateException("cannot make a " + type, bug);
        }
    }
}
