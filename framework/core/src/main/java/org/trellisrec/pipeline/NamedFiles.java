package org.trellisrec.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.trellisrec.report.Sha256;

/** The files that parameters name, and what is in them. */
final class NamedFiles {
  /** Also those that are there already: which of several parameters name one file may count. */
  private final List<Path> paths = new ArrayList<>();

  /**
   * Adds the files and folders that a value names: a path, or what a record or collection holds.
   */
  NamedFiles add(Object value) {
    if (value instanceof Path path) {
      paths.add(path);
    } else if (value instanceof Optional<?> optional) {
      optional.ifPresent(this::add);
    } else if (value instanceof Collection<?> many) {
      many.forEach(this::add);
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(this::add);
    } else if (value instanceof Record record) {
      for (RecordComponent component : record.getClass().getRecordComponents()) {
        add(valueOf(component, record));
      }
    }
    return this;
  }

  private static Object valueOf(RecordComponent component, Record record) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }

  /**
   * SHA-256 of what is in each of them, in the order added, in hexadecimal; of a folder, that of
   * the files in it, after their names. Where there is no file, the path stands for what it may
   * have meant to a plugin.
   *
   * @param known takes the hashes by path, so that none is read twice
   */
  List<String> contents(Map<Path, List<String>> known) {
    List<String> hashes = new ArrayList<>();
    for (Path path : paths) {
      hashes.add("of a path:");
      hashes.addAll(known.computeIfAbsent(path, NamedFiles::content));
    }
    return hashes;
  }

  private static List<String> content(Path path) {
    List<Path> files = files(path);
    return files.isEmpty()
        ? List.of("nothing at " + path)
        : files.stream().map(file -> path.relativize(file) + " " + hash(file)).toList();
  }

  private static List<Path> files(Path path) {
    try (Stream<Path> inside = Files.isDirectory(path) ? Files.walk(path) : Stream.of(path)) {
      return inside.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(Path file) {
    MessageDigest digest = Sha256.digest();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
