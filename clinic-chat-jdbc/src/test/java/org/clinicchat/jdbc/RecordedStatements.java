package org.clinicchat.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** A data source that keeps every statement which goes through it, once, with the arguments that it had last. */
final class RecordedStatements {

    private final Map<String, List<Binding>> statements = new ConcurrentHashMap<>();

    /** One call that binds an argument. */
    @FunctionalInterface
    private interface Binding {
        Object on(PreparedStatement statement) throws ReflectiveOperationException;
    }

    DataSource over(DataSource real) {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Object given = call(real, method, arguments);
            return given instanceof Connection connection ? recorded(connection) : given;
        });
    }

    private Connection recorded(Connection real) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object given = call(real, method, arguments);
            return given instanceof PreparedStatement statement ? recorded(statement, (String) arguments[0]) : given;
        });
    }

    private PreparedStatement recorded(PreparedStatement real, String sql) {
        List<Binding> bindings = new ArrayList<>();
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            if (method.getName().startsWith("set")) {
                bindings.add(statement -> method.invoke(statement, arguments));
            } else if (method.getName().startsWith("execute")) {
                statements.put(sql, List.copyOf(bindings));
            }
            return call(real, method, arguments);
        });
    }

    /** Their texts. */
    List<String> texts() {
        return statements.keySet().stream().sorted().toList();
    }

    /** One of them, prepared with words before it, and with its arguments. */
    PreparedStatement prepared(Connection connection, String before, String text) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(before + text);
        for (Binding binding : statements.getOrDefault(text, List.of())) {
            try {
                binding.on(statement);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return statement;
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(RecordedStatements.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
