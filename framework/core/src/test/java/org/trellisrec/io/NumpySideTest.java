package org.trellisrec.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.data.Modality;
import org.trellisrec.data.Scaling;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.numpy.NumpyFile;
import org.trellisrec.spi.InputException;

class NumpySideTest {
  private static final Vocabulary IDS = Vocabulary.of(List.of("a", "b", "c"));

  @TempDir Path folder;

  private static byte[] array(String descr, boolean fortran, String shape, byte[] elements) {
    String header =
        "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }\n"
            .formatted(descr, fortran ? "True" : "False", shape);
    return ByteBuffer.allocate(10 + header.length() + elements.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
        .putShort((short) header.length())
        .put(header.getBytes(StandardCharsets.US_ASCII))
        .put(elements)
        .array();
  }

  private static byte[] doubles(double... values) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asDoubleBuffer().put(values);
    return bytes.array();
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private Path ids(String text) throws IOException {
    return write("ids.txt", text.getBytes(StandardCharsets.UTF_8));
  }

  private static Modality.Dense read(Path path, String array, Path ids, String idsArray) {
    NumpySide.Params params =
        new NumpySide.Params("v", path, array, ids, idsArray, Scaling.NONE, OnUnknown.IGNORE);
    Map<String, Modality> read = new NumpySide(params).read(IDS, new RecordingContext());
    return (Modality.Dense) read.get("v");
  }

  @Test
  void readsWhatTheWriterWrites() throws IOException {
    Path file = folder.resolve("v.npy");
    NumpyFile.write(file, List.of(new float[][] {{1, 2}, {3, 4}}), 2);
    assertThat(read(file, null, ids("c\na\n"), null).vectors())
        .isDeepEqualTo(new float[][] {{3, 4}, null, {1, 2}});
  }

  @Test
  void readsColumnOrderAndDoubles() throws IOException {
    Path file = write("v.npy", array("<f8", true, "(2, 2)", doubles(1, 3, 2, 4)));
    assertThat(read(file, null, ids("a\nb\n"), null).vectors())
        .isDeepEqualTo(new float[][] {{1, 2}, {3, 4}, null});
  }

  /** Normal, subnormal and extreme halves, in either order of bytes. */
  @Test
  void readsHalves() throws IOException {
    short[] bits = {0x3C00, (short) 0xC100, 0x3555, 0x0400, 0x0001, (short) 0x83FF, 0x7BFF, 0};
    float[] expected = {1, -2.5f, 1365 * 0x1p-12f, 0x1p-14f, 0x1p-24f, -1023 * 0x1p-24f, 65504, 0};
    for (String descr : List.of("<f2", ">f2")) {
      ByteBuffer bytes = ByteBuffer.allocate(2 * bits.length);
      bytes.order(descr.startsWith("<") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      bytes.asShortBuffer().put(bits);
      Path file = write("v.npy", array(descr, false, "(1, 8)", bytes.array()));
      assertThat(read(file, null, ids("b\n"), null).vectors()[1]).containsExactly(expected);
    }
    Path infinite = write("v.npy", array("<f2", false, "(2, 1)", new byte[] {0, 0, 0, 0x7C}));
    assertThatThrownBy(() -> read(infinite, null, ids("a\nb\n"), null))
        .hasMessageContaining("row 2 ('b') holds Infinity");
    Path nan = write("v.npy", array("<f2", false, "(1, 1)", new byte[] {0, 0x7E}));
    assertThatThrownBy(() -> read(nan, null, ids("a\n"), null))
        .hasMessageContaining("row 1 ('a') holds NaN");
  }

  @Test
  void readsArchivesWithTheirIds() throws IOException {
    byte[] names = "b\0c\0".getBytes(Charset.forName("UTF-32LE"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("vectors.npy"));
      zip.write(array("<f8", false, "(2, 1)", doubles(5, 6)));
      zip.putNextEntry(new ZipEntry("names.npy"));
      zip.write(array("<U2", false, "(2,)", names));
    }
    Path file = write("v.npz", bytes.toByteArray());
    assertThat(read(file, "vectors", null, "names").vectors())
        .isDeepEqualTo(new float[][] {null, {5}, {6}});
    assertThatThrownBy(() -> read(file, "vectrs", null, "names"))
        .hasMessageContaining("has no array 'vectrs'; it has vectors, names");
    assertThatThrownBy(() -> read(file, null, null, "names"))
        .hasMessageContaining("holds 2 arrays (vectors, names); name one of them");
  }

  @Test
  void idsOfArchivesAreChecked() throws IOException {
    assertThatThrownBy(() -> readArchive("(1, 1)", doubles(5), "(2,)", "bc"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("v.npz has 1 rows, but the array 'names' of ")
        .hasMessageEndingWith("give the ids that belong to the rows, in their order");
    assertThatThrownBy(() -> readArchive("(2, 1)", doubles(5, 6), "(2,)", "bb"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("v.npz, at place 2: 'b' is the id in place 1 already");
  }

  private Modality.Dense readArchive(String shape, byte[] elements, String count, String names)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("vectors.npy"));
      zip.write(array("<f8", false, shape, elements));
      zip.putNextEntry(new ZipEntry("names.npy"));
      zip.write(array("<U1", false, count, names.getBytes(Charset.forName("UTF-32LE"))));
    }
    return read(write("v.npz", bytes.toByteArray()), "vectors", null, "names");
  }

  @Test
  void wrongArraysAreRefused() throws IOException {
    Path nan = write("nan.npy", array("<f8", false, "(1, 2)", doubles(1, Double.NaN)));
    assertThatThrownBy(() -> read(nan, null, ids("a\n"), null))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("row 1 ('a') holds NaN at place 2");
    Path cut = write("cut.npy", array("<f8", false, "(2, 2)", doubles(1, 2, 3)));
    assertThatThrownBy(() -> read(cut, null, ids("a\n"), null)).hasMessageContaining("truncated");
    Path objects = write("o.npy", array("|O", false, "(1,)", new byte[3]));
    assertThatThrownBy(() -> read(objects, null, ids("a\n"), null))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("holds Python objects");
    Path labels = write("l.npy", array("<U1", false, "(1,)", new byte[] {'x', 0, 0, 0}));
    assertThatThrownBy(() -> read(labels, null, ids("a\n"), null))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("elements of type U1, but a matrix of numbers is expected")
        .hasMessageEndingWith("to a delimited file, and read it with strategy: delimited");
    Path complex = write("c.npy", array("<c8", false, "(1,)", new byte[8]));
    assertThatThrownBy(() -> read(complex, null, ids("a\n"), null))
        .hasMessageEndingWith("save it with astype('float32')");
    Path narrow = write("narrow.npy", array("<f8", false, "(1, 0)", doubles()));
    assertThatThrownBy(() -> read(narrow, null, ids("a\n"), null))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("its rows hold no numbers");
    assertThatThrownBy(() -> read(nan, null, ids("a\tA\n"), null))
        .hasMessageContaining(":1: expected one id, found 2 columns");
    Path text = write("t.npy", "1 2 3 and so on".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> read(text, null, ids("a\n"), null))
        .hasMessageContaining("is not in NumPy's format");
    assertThatThrownBy(() -> read(nan, null, null, null)).hasMessageContaining("need ids");
  }

  @Test
  void everyRowHasOneId() throws IOException {
    Path file = write("v.npy", array("<f8", false, "(2, 1)", doubles(1, 2)));
    assertThatThrownBy(() -> read(file, null, ids("item_id\na\nb\n"), null))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "%s has 2 rows, but %s has 3 ids; expected one id per row: if the first line, 'item_id',"
                + " is a header, remove it, else give the ids that belong to the rows",
            file, folder.resolve("ids.txt"));
    assertThatThrownBy(() -> read(file, null, ids("a\n"), null))
        .hasMessage(
            "%s has 2 rows, but %s has 1 ids; expected one id per row: give the ids that belong to"
                + " the rows, in their order",
            file, folder.resolve("ids.txt"));
  }

  @Test
  void unknownIdsAreNamedWithTheirLine() throws IOException {
    Path file = write("v.npy", array("<f8", false, "(2, 1)", doubles(1, 2)));
    NumpySide.Params params =
        new NumpySide.Params(
            "v", file, null, ids("\na\n\nz\n"), null, Scaling.NONE, OnUnknown.ERROR);
    assertThatThrownBy(() -> new NumpySide(params).read(IDS, new RecordingContext()))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("%s:4: the id 'z' is not in the data; ", folder.resolve("ids.txt"));
  }

  /** Ids that are not in the data are no exception: rows and ids do not belong together. */
  @Test
  void noIdIsOfTwoRows() throws IOException {
    Path file = write("v.npy", array("<f8", false, "(2, 1)", doubles(1, 2)));
    for (String id : List.of("a", "elsewhere")) {
      assertThatThrownBy(() -> read(file, null, ids(id + "\n\n" + id + "\n"), null))
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith(
              "%s:3: '%s' is the id in line 1 already; expected one row per id",
              folder.resolve("ids.txt"), id);
    }
  }

  /** There is no key for another character set. */
  @Test
  void idsAreInUtf8() throws IOException {
    Path file = write("v.npy", array("<f8", false, "(2, 1)", doubles(1, 2)));
    Path latin = write("latin.txt", "a\n\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> read(file, null, latin, null))
        .hasMessage(
            latin
                + ":2: the text is not valid utf-8; convert the file to UTF-8, for instance with"
                + " iconv");
  }
}
