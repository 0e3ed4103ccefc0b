package org.trellisrec.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.config.Params;
import org.trellisrec.data.Modality;
import org.trellisrec.data.Scaling;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.spi.InputException;

class RecBoleSideTest {
  private static final Vocabulary IDS = Vocabulary.of(List.of("1", "2"));

  @TempDir Path folder;

  private Map<String, Modality> read(Map<String, ?> modalities) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("toy.user"),
            """
            user_id:token\tage:token\ttags:token_seq\tx:float\ty:float
            1\t24\ta b\t1\t2
            2\t?\tb\t3\t4
            """);
    Map<String, Object> params = Map.of("path", file.toString(), "modalities", modalities);
    return new RecBoleSide(Params.of(RecBoleSide.Params.class, params))
        .read(IDS, new RecordingContext());
  }

  @Test
  void aTypeMayDifferFromTheHeader() throws IOException {
    Map<String, Modality> read =
        read(Map.of("age", Map.of("type", "numeric", "missing", "?", "scaling", "min_max")));

    assertThat(read).containsOnlyKeys("age");
    Modality.Dense age = (Modality.Dense) read.get("age");
    assertThat(age.vectors()).isDeepEqualTo(new float[][] {{24}, null});
    assertThat(age.scaling()).isEqualTo(Scaling.MIN_MAX);
  }

  @Test
  void fieldsMayBeRenamedAndJoined() throws IOException {
    Map<String, Modality> read =
        read(
            Map.of(
                "place", Map.of("columns", List.of("x", "y")), "labels", Map.of("column", "tags")));

    assertThat(((Modality.Dense) read.get("place")).vectors())
        .isDeepEqualTo(new float[][] {{1, 2}, {3, 4}});
    assertThat(((Modality.MultiHot) read.get("labels")).codes())
        .isDeepEqualTo(new int[][] {{0, 1}, {1}});
  }

  @Test
  void whatDoesNotFitTheFieldIsRefused() {
    assertThatThrownBy(() -> read(Map.of("tags", Map.of("scaling", "l2"))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("scaling is for type numeric or vector");
    assertThatThrownBy(() -> read(Map.of("tags", Map.of("columns", List.of("tags", "age")))))
        .hasMessageContaining("only numeric takes several");
    assertThatThrownBy(() -> read(Map.of("age", Map.of("text", Map.of("size", 3)))))
        .hasMessageContaining("text is for type text");
    assertThatThrownBy(() -> read(Map.of("old", Map.of())))
        .hasMessageContaining("no field 'old' for modalities.old.columns; the header has user_id");
  }
}
