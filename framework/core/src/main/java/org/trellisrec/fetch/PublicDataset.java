package org.trellisrec.fetch;

import java.net.URI;

/**
 * A data set that its publisher offers for download.
 *
 * @param name the name to ask for
 * @param archive the zip file
 * @param checksum a file beside it that holds its MD5
 * @param licence what the publisher demands, in a few sentences
 * @param hint how to read what was unpacked
 */
public record PublicDataset(String name, URI archive, URI checksum, String licence, String hint) {}
