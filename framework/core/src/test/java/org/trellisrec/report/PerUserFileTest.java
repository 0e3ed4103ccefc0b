package org.trellisrec.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.spi.InputException;

class PerUserFileTest {
  private static final Vocabulary IDS = Vocabulary.of(List.of("a", "b,\"c\"", " d", "#e"));

  @TempDir Path folder;

  @Property
  void readsExactlyWhatWasWritten(
      @ForAll("userIds") Set<String> ids, @ForAll double first, @ForAll double second)
      throws IOException {
    Vocabulary users = Vocabulary.of(ids);
    int[] order = new int[users.size()];
    double[] values = new double[order.length];
    double[] others = new double[order.length];
    Arrays.setAll(order, i -> order.length - 1 - i);
    Arrays.setAll(values, i -> i % 3 == 0 ? Double.NaN : first / (i + 1));
    Arrays.setAll(others, i -> second * i);
    Path file = Files.createTempFile("per_user", ".csv");
    try {
      List<String> columns = List.of("nDCG@10", "odd, label@5");
      PerUserFile.write(
          file,
          users,
          order,
          columns,
          List.of(DoubleBuffer.wrap(values), DoubleBuffer.wrap(others)));
      PerUserFile.Content content = PerUserFile.read(file, users);
      assertThat(content.users()).isEqualTo(order);
      assertThat(content.columns()).isEqualTo(columns);
      assertThat(content.values()).containsExactly(values, others);
    } finally {
      Files.delete(file);
    }
  }

  @Provide
  Arbitrary<Set<String>> userIds() {
    return Arbitraries.strings()
        .withCharRange('a', 'e')
        .withChars(" ,\"'#\n\té")
        .ofMaxLength(4)
        .set()
        .ofMaxSize(12);
  }

  @Test
  void usersAreFoundByTheirIds() throws IOException {
    Path file = Files.writeString(folder.resolve("u.csv"), "user,x@1\n#e,1\n\"b,\"\"c\"\"\",\n");
    PerUserFile.Content content = PerUserFile.read(file, IDS);
    assertThat(content.users()).containsExactly(IDS.indexOf("#e"), IDS.indexOf("b,\"c\""));
    assertThat(content.values().get(0)).containsExactly(1, Double.NaN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,1;f,2|u.csv:3: there is no user 'f' in the data",
        "a,one|u.csv:2: 'one' is not a number",
        "a,1,2|u.csv:2: 2 values per line are expected, but there are 3"
      })
  void damagedFilesAreRefusedWithTheLine(String lines, String message) throws IOException {
    Path file = folder.resolve("u.csv");
    Files.writeString(file, "user,x@1\n" + lines.replace(';', '\n') + "\n");
    assertThatThrownBy(() -> PerUserFile.read(file, IDS))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aFileThatIsNotWrittenWholeStaysAsItWas() throws IOException {
    Path file = folder.resolve("u.csv");
    List<DoubleBuffer> values = List.of(DoubleBuffer.wrap(new double[] {1, 2}));
    PerUserFile.write(file, IDS, new int[] {0, 1}, List.of("x@1"), values);
    int[] more = {0, 1, 2};
    assertThatThrownBy(() -> PerUserFile.write(file, IDS, more, List.of("x@1"), values))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(PerUserFile.read(file, IDS).users()).containsExactly(0, 1);
  }

  @Test
  void anEmptyFileIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("u.csv"), "");
    assertThatThrownBy(() -> PerUserFile.read(file, IDS))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("cannot be read as values per user");
  }
}
