package org.clinicchat.jdbc;

/** Gives work the connection that it is done on. */
interface Connections {

    /** One statement that changes nothing. */
    <T> T read(Transactions.Work<T> work);

    /** One statement that is wholly done or not at all. */
    <T> T writeAtOnce(Transactions.Work<T> work);

    /** Some statements, all or none of them. */
    <T> T write(Transactions.Work<T> work);

    /**
     * Called by who was overtaken, before he looks again at what is there now.
     *
     * @throws org.clinicchat.port.StorageFault if the transaction would show him what was there before
     */
    void seePresent();
}
