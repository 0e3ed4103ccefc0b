package org.trellisrec.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trellisrec.spi.InputException;

/** MD5 sums: they find damage, not malice; the publishers offer no other. */
final class Checksum {
  private static final Pattern MD5 = Pattern.compile("\\b[0-9a-fA-F]{32}\\b");

  private Checksum() {}

  /** The sum in a checksum file, which may be written by md5sum or by md5. */
  static String parse(URI source, String text) {
    Matcher matcher = MD5.matcher(text);
    if (!matcher.find()) {
      throw new InputException("%s holds no MD5 sum", source);
    }
    return matcher.group().toLowerCase(Locale.ROOT);
  }

  static String md5(Path file) throws IOException {
    MessageDigest digest = digest();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }
}
