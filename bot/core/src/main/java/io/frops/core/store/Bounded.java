package io.frops.core.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Memories that forget, for what only saves work and can be found out again. For any thread.
public final class Bounded {
    private Bounded() {}

    /// Past its bound it forgets what was put or asked for longest ago.
    public static <K, V> Map<K, V> map(int most) {
        return Collections.synchronizedMap(new Forgetful<>(most));
    }

    /// Past its bound it forgets what was added longest ago.
    public static <E> Set<E> set(int most) {
        return Collections.newSetFromMap(map(most));
    }

    private static final class Forgetful<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;
        private static final int FIRST = 16;
        private static final float LOAD = 0.75f;

        private final int most;

        Forgetful(int most) {
            super(FIRST, LOAD, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
        }
    }
}
