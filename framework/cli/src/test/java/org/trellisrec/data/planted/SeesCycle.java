package org.trellisrec.data.planted;

/** Half of a cycle of packages. */
public interface SeesCycle {
  /** The other half. */
  org.trellisrec.spi.planted.SeesEngine engine();
}
