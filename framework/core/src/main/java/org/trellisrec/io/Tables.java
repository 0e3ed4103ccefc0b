package org.trellisrec.io;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.trellisrec.data.InteractionParts;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Vocabulary;

/** The rows of several files in one id space. */
final class Tables {
  private final List<RowFile> files;
  private final int threads;
  private final Side users;
  private final Side items;

  private Tables(List<RowFile> files, int threads, Side users, Side items) {
    this.files = files;
    this.threads = threads;
    this.users = users;
    this.items = items;
  }

  /** The vocabulary of one side, and the index of every parser's codes in it. */
  private record Side(Vocabulary vocabulary, Map<RowParser, int[]> indexOf) {}

  static Tables of(List<RowFile> files, Charset charset, int threads) {
    return new Tables(
        files,
        threads,
        side(files, charset, parser -> parser.users, Segment::userOf),
        side(files, charset, parser -> parser.items, Segment::itemOf));
  }

  Vocabulary users() {
    return users.vocabulary();
  }

  Vocabulary items() {
    return items.vocabulary();
  }

  /** The rows of the file at this position. */
  Interactions interactions(int file) {
    return assemble(files.subList(file, file + 1));
  }

  /** The rows of all files, in the order of the files. */
  Interactions all() {
    return assemble(files);
  }

  private Interactions assemble(List<RowFile> chosen) {
    List<InteractionParts.Part> parts =
        chosen.stream().flatMap(file -> file.segments().stream()).map(this::part).toList();
    return InteractionParts.assemble(users().size(), items().size(), parts, threads);
  }

  private InteractionParts.Part part(Segment segment) {
    return new InteractionParts.Part(
        segment.userOf(),
        segment.itemOf(),
        users.indexOf().get(segment.parser()),
        items.indexOf().get(segment.parser()),
        segment.ratings(),
        segment.times());
  }

  private static Side side(
      List<RowFile> files,
      Charset charset,
      Function<RowParser, IdTable> tableOf,
      Function<Segment, int[]> codesOf) {
    Map<RowParser, boolean[]> used = new LinkedHashMap<>();
    for (RowFile file : files) {
      for (Segment segment : file.segments()) {
        boolean[] own =
            used.computeIfAbsent(
                segment.parser(), parser -> new boolean[tableOf.apply(parser).size()]);
        for (int code : codesOf.apply(segment)) {
          own[code] = true;
        }
      }
    }
    IdTable all = new IdTable();
    Map<RowParser, int[]> indexOf = new LinkedHashMap<>();
    used.forEach((parser, own) -> indexOf.put(parser, tableOf.apply(parser).mergeInto(all, own)));
    Vocabulary.Indexed vocabulary = vocabulary(all, charset);
    for (int[] map : indexOf.values()) {
      for (int i = 0; i < map.length; i++) {
        map[i] = map[i] < 0 ? -1 : vocabulary.indexOf()[map[i]];
      }
    }
    return new Side(vocabulary.vocabulary(), indexOf);
  }

  private static Vocabulary.Indexed vocabulary(IdTable ids, Charset charset) {
    int[] starts = Arrays.copyOf(ids.starts(), ids.size() + 1);
    if (charset.equals(StandardCharsets.UTF_8)) {
      return Vocabulary.index(ids.pool(), starts);
    }
    IdTable utf8 = new IdTable();
    for (int code = 0; code < ids.size(); code++) {
      String id = new String(ids.pool(), starts[code], starts[code + 1] - starts[code], charset);
      byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
      utf8.code(Arrays.copyOf(bytes, bytes.length + IdTable.SLACK), 0, bytes.length);
    }
    return Vocabulary.index(utf8.pool(), Arrays.copyOf(utf8.starts(), ids.size() + 1));
  }
}
