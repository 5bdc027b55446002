package org.clinicchat.testkit.trace;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Map;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import org.jspecify.annotations.Nullable;

/** The MBeans of this JVM: their names, and what their attributes say. */
record Metrics() implements Place {

    @Override
    public String name() {
        return "metrics";
    }

    @Override
    public void look(Search search) throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        for (ObjectName bean : server.queryNames(null, null)) {
            search.text("an MBean's name", bean.getCanonicalName());
            look(server, bean, search);
        }
    }

    private static void look(MBeanServer server, ObjectName bean, Search search) throws JMException {
        for (MBeanAttributeInfo attribute : attributes(server, bean)) {
            String where = bean.getCanonicalName() + " " + attribute.getName();
            try {
                say(server.getAttribute(bean, attribute.getName()), where, search);
            } catch (JMException | RuntimeException e) {
                // An attribute that is not there for now still says why.
                search.thrown(where, e);
            }
        }
    }

    private static MBeanAttributeInfo[] attributes(MBeanServer server, ObjectName bean) throws JMException {
        try {
            return server.getMBeanInfo(bean).getAttributes();
        } catch (InstanceNotFoundException e) {
            // Unregistered meanwhile: it says nothing any more.
            return new MBeanAttributeInfo[0];
        }
    }

    private static void say(@Nullable Object value, String where, Search search) {
        if (value instanceof CompositeData composite) {
            composite.values().forEach(each -> say(each, where, search));
        } else if (value instanceof TabularData table) {
            table.values().forEach(each -> say(each, where, search));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> {
                say(key, where, search);
                say(each, where, search);
            });
        } else if (value instanceof Collection<?> many) {
            many.forEach(each -> say(each, where, search));
        } else if (value != null && value.getClass().isArray()) {
            sayAll(value, where, search);
        } else {
            search.text(where, String.valueOf(value));
        }
    }

    private static void sayAll(Object array, String where, Search search) {
        if (array instanceof byte[] bytes) {
            search.bytes(where, bytes);
        } else if (array instanceof char[] characters) {
            search.text(where, String.valueOf(characters));
        } else {
            for (int i = 0; i < Array.getLength(array); i++) {
                say(Array.get(array, i), where, search);
            }
        }
    }
}
