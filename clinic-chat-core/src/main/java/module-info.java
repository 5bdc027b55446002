/** The domain of Clinic Chat, its façade and its ports. */
module org.clinicchat.core {
    requires org.slf4j;
    requires static org.jspecify;

    exports org.clinicchat;
}
