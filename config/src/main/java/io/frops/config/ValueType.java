package io.frops.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;

/// A type of the domain that is written as one text: it has a `public static T parse(String)`, or
/// is a record of one String.
record ValueType(Executable maker) {
    static Optional<ValueType> of(Class<?> type) {
        return parse(type).or(() -> wrapper(type)).map(ValueType::new);
    }

    private static Optional<Executable> parse(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method ->
                        method.getName().equals("parse")
                                && takesText(method)
                                && method.getReturnType() == type)
                .filter(method ->
                        Modifier.isStatic(method.getModifiers())
                                && Modifier.isPublic(method.getModifiers()))
                .map(Executable.class::cast)
                .findFirst();
    }

    private static Optional<Executable> wrapper(Class<?> type) {
        RecordComponent[] components =
                type.isRecord() ? type.getRecordComponents() : new RecordComponent[0];
        if (components.length != 1 || components[0].getType() != String.class) {
            return Optional.empty();
        }
        return Arrays.stream(type.getDeclaredConstructors())
                .filter(ValueType::takesText)
                .map(Executable.class::cast)
                .findFirst();
    }

    private static boolean takesText(Executable maker) {
        return Arrays.equals(maker.getParameterTypes(), new Class<?>[] {String.class});
    }

    /// The value that a text stands for.
    ///
    /// @throws Unfit with the type's own words when it refuses the text
    Object read(String text) throws Unfit {
        try {
            maker.setAccessible(true);
            return maker instanceof Method method
                    ? method.invoke(null, text)
                    : ((Constructor<?>) maker).newInstance(text);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof IllegalArgumentException why) {
                throw Unfit.inTheWordsOf(why);
            }
            throw new IllegalStateException(maker + " failed", refused.getCause());
        } catch (ReflectiveOperationException bug) {
            throw new IllegalStateException("cannot call " + maker, bug);
        }
    }
}
