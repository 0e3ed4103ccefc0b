package org.trellisrec.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellisrec.spi.InputException;

class NumpyFileTest {
  @TempDir Path folder;

  private static ByteBuffer bytes(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] array(String descr, boolean fortran, String shape, byte[] elements) {
    String header =
        "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }\n"
            .formatted(descr, fortran ? "True" : "False", shape);
    return bytes(10 + header.length() + elements.length)
        .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
        .putShort((short) header.length())
        .put(header.getBytes(StandardCharsets.US_ASCII))
        .put(elements)
        .array();
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("v.npy"), bytes);
  }

  private List<String> ids(String descr, byte[] elements) throws IOException {
    int count = elements.length / Integer.parseInt(descr.substring(2));
    Path archive = folder.resolve("v.npz");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      zip.putNextEntry(new ZipEntry("ids.npy"));
      zip.write(array(descr, false, "(" + count + ",)", elements));
    }
    return NumpyFile.ids(archive, "ids");
  }

  @Test
  void matricesAreReadableByNumpy() throws IOException {
    Path file = folder.resolve("v.npy");

    NumpyFile.write(file, List.of(new float[][] {{1.5f, -2f}, {0f, 8f}}), 2);

    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(bytes.get(0)).isEqualTo((byte) 0x93);
    assertThat(10 + bytes.getShort(8)).isEqualTo(128);
    assertThat(new String(bytes.array(), 10, 118, StandardCharsets.US_ASCII))
        .startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2), }")
        .endsWith(" \n");
    assertThat(bytes.limit()).isEqualTo(128 + 16);
    assertThat(bytes.getFloat(132)).isEqualTo(-2f);
    assertThat(bytes.getFloat(140)).isEqualTo(8f);
  }

  /** Several blocks of a buffer, in either order. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void everyElementHasItsPlace(boolean fortran) throws IOException {
    int rows = 3;
    int columns = 20_000;
    byte[] elements = new byte[8 * rows * columns];
    for (int at = 0; at < rows * columns; at++) {
      ByteBuffer.wrap(elements).order(ByteOrder.LITTLE_ENDIAN).putDouble(8 * at, at);
    }
    float[][] read = NumpyFile.rows(write(array("<f8", fortran, "(3, 20000)", elements)));
    assertThat(read.length).isEqualTo(rows);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int at = fortran ? column * rows + row : row * columns + column;
        assertThat(read[row][column]).isEqualTo(at);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"31, truncated", "24, truncated", "0, truncated", "33, too long", "40, too long"})
  void aWrongLengthIsTold(int length, String how) throws IOException {
    Path file = write(array("<f8", false, "(2, 2)", new byte[length]));
    assertThatThrownBy(() -> NumpyFile.rows(file))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith(
            "v.npy is %s: %d bytes of elements, but [2, 2] of type f8 take 32", how, length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(999999999, 999999999)", "(999999999, 1000)"})
  void whatTheHeapCannotHoldIsRefused(String shape) throws IOException {
    Path file = write(array("<f4", false, shape, new byte[16]));
    assertThatThrownBy(() -> NumpyFile.rows(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("v.npy has the shape [999999999, ")
        .hasMessageContaining("MiB as 32-bit floats, but the heap may grow to ");
  }

  @Test
  void aHeaderOfNoEndIsDamaged() throws IOException {
    byte[] head = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 2, 0, -1, -1, -1, 0x7F, '{'};
    Path file = write(head);
    assertThatThrownBy(() -> NumpyFile.rows(file))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith("is truncated or damaged within its header");
  }

  @Test
  void idsAreWholeNumbersAsTheyAre() throws IOException {
    byte[] ones = {-1, -1, -1, -1, -1, -1, -1, -1};
    assertThat(ids("<u8", ones)).containsExactly("18446744073709551615");
    assertThat(ids("<i8", ones)).containsExactly("-1");
    assertThat(ids("<u4", ones)).containsExactly("4294967295", "4294967295");
    assertThat(ids("<i4", ones)).containsExactly("-1", "-1");
    assertThat(ids("|u1", new byte[] {-1, 7})).containsExactly("255", "7");
    assertThat(ids("|S2", new byte[] {'a', 0, 'b', 'c'})).containsExactly("a", "bc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<c8", "<M8", "<m8", "|b1", "|V8", "<f8"})
  void idsOfOtherTypesAreRefused(String descr) {
    assertThatThrownBy(() -> ids(descr, new byte[8]))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith(
            "elements of type %s, but ids are texts or whole numbers; save them with astype(str)",
            descr.substring(1));
  }

  @Test
  void largeNumbersWithoutSignStayPositive() throws IOException {
    byte[] elements = bytes(16).putLong(-1L).putLong(3).array();
    assertThat(NumpyFile.rows(write(array("<u8", false, "(1, 2)", elements))))
        .isDeepEqualTo(new float[][] {{0x1p64f, 3}});
  }
}
