package org.trellisrec.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.trellisrec.data.Modality;
import org.trellisrec.numpy.NumpyFile;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.IoReason;
import org.trellisrec.spi.ReadContext;
import org.trellisrec.text.TextVectors;
import org.trellisrec.text.TextVectors.Method;

/** Makes vectors of texts, or finds them among those that were made before. */
record TextModality(TextVectors recipe, ReadContext context) {
  Modality of(Modality.Text texts) {
    if (recipe.method() == Method.NONE) {
      return texts;
    }
    Path file = context.cache().resolve("text-" + recipe.fingerprint(texts.texts()) + ".npy");
    float[][] vectors = Files.exists(file) ? kept(texts, file) : made(texts, file);
    int length =
        Arrays.stream(vectors).filter(Objects::nonNull).mapToInt(v -> v.length).max().orElse(1);
    float[][] present =
        Arrays.stream(vectors).map(v -> isAbsent(v) ? null : v).toArray(float[][]::new);
    return new Modality.Dense(length, present);
  }

  /** A text without a word that counts has a vector of zeros in the file. */
  private static boolean isAbsent(float[] vector) {
    for (float x : vector) {
      if (x != 0) {
        return false;
      }
    }
    return true;
  }

  /** No user can repair this file, but another run can be spared it. */
  private float[][] kept(Modality.Text texts, Path file) {
    try {
      float[][] rows = NumpyFile.rows(file);
      if (rows.length == texts.texts().length) {
        return rows;
      }
      noteUnusable(
          "%s has %d rows, but there are %d texts"
              .formatted(file, rows.length, texts.texts().length));
    } catch (InputException e) {
      noteUnusable(e.getMessage());
    }
    return made(texts, file);
  }

  private void noteUnusable(String reason) {
    context.note("vectors of texts are made again, and replace those kept: " + reason);
  }

  private float[][] made(Modality.Text texts, Path file) {
    float[][] vectors = recipe.of(texts.texts());
    int length =
        Arrays.stream(vectors).filter(Objects::nonNull).mapToInt(v -> v.length).max().orElse(1);
    Arrays.setAll(vectors, i -> vectors[i] == null ? new float[length] : vectors[i]);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path temporary =
          file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
      NumpyFile.write(temporary, List.of(vectors), length);
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      context.note(
          "vectors of texts cannot be kept for another run in %s: %s"
              .formatted(file, IoReason.of(e)));
    }
    return vectors;
  }
}
