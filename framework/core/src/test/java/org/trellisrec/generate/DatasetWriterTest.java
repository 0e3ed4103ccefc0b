package org.trellisrec.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Modality;
import org.trellisrec.data.SideInformation;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.numpy.NumpyFile;

class DatasetWriterTest {
  @TempDir private Path folder;

  @Test
  void writesEveryPart() throws IOException {
    Modality age = new Modality.Categorical(List.of("old", "young"), new int[] {1, -1});
    Modality genres = new Modality.MultiHot(List.of("x", "y"), new int[][] {{0, 1}, {}});
    Modality vector = new Modality.Dense(2, new float[][] {null, {1.5f, -2f}});
    Modality text = new Modality.Text(new String[] {"say\n\"hi\"", null});
    Dataset data =
        new Dataset(
            "toy",
            Vocabulary.of(List.of("a", "b\tc")),
            Vocabulary.of(List.of("i", "j")),
            Interactions.of(
                2, 2, new int[] {0, 1}, new int[] {1, 0}, new float[] {3, 2.5f}, new long[] {7, 8}),
            new SideInformation(
                Map.of("age", age), Map.of("genres", genres, "vector", vector, "text", text)));

    List<Path> files = DatasetWriter.write(data, folder.resolve("new"));

    assertThat(files).hasSize(6).allMatch(Files::exists);
    assertThat(content("interactions.tsv")).isEqualTo("a\tj\t3\t7\n\"b\tc\"\ti\t2.5\t8\n");
    assertThat(content("users.tsv")).isEqualTo("user\tage\na\tyoung\n\"b\tc\"\t\n");
    assertThat(content("items.tsv")).isEqualTo("item\tgenres\ni\tx|y\nj\t\n");
    assertThat(content("item_text.tsv")).isEqualTo("i\t\"say\n\"\"hi\"\"\"\n");
    assertThat(content("item_vector_ids.txt")).isEqualTo("j\n");
    assertThat(NumpyFile.rows(folder.resolve("new/item_vector.npy")))
        .isDeepEqualTo(new float[][] {{1.5f, -2f}});
  }

  private String content(String name) throws IOException {
    return Files.readString(folder.resolve("new").resolve(name));
  }
}
