package org.trellisrec.elsewhere.planted;

/** A class in a package that nobody has placed. */
final class Homeless {}
