package org.trellisrec.recommenders.files;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.trellisrec.data.SideInformation;
import org.trellisrec.data.TrainingData;
import org.trellisrec.spi.FitContext;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.IoReason;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Recommender;
import org.trellisrec.spi.Summary;

/**
 * Stands for one {@link ProxyRecommender} per file of a folder, each under its file name without
 * the last extension. Hidden files and sub-folders are not looked at.
 */
@Summary("Stands for the lists of all files of a folder, one model per file.")
public final class RecommendationFolder implements Recommender {
  /**
   * What can be configured.
   *
   * @param folder the folder
   */
  public record Params(
      @Param(description = "Folder of files as ProxyRecommender reads them.") Path folder) {}

  private final Params params;

  /** A recipe with these parameters. */
  @Inject
  public RecommendationFolder(Params params) {
    this.params = params;
  }

  @Override
  public Map<String, Recommender> members() {
    Map<String, Recommender> members = new LinkedHashMap<>();
    for (Path file : files()) {
      String name = file.getFileName().toString().replaceFirst("(?<=.)\\.[^.]*$", "");
      Recommender proxy = new ProxyRecommender(new ProxyRecommender.Params(file, name));
      if (members.put(name, proxy) != null) {
        throw new InputException(
            "%s: several files are called '%s' but for their extension; rename all but one",
            params.folder(), name);
      }
    }
    return members;
  }

  @Override
  public void check(SideInformation side) {
    members().values().forEach(member -> member.check(side));
  }

  private List<Path> files() {
    try (Stream<Path> entries = Files.list(params.folder())) {
      List<Path> files =
          entries
              .filter(Files::isRegularFile)
              .filter(file -> !file.getFileName().toString().startsWith("."))
              .sorted()
              .toList();
      if (files.isEmpty()) {
        throw new InputException(
            "%s: the folder holds no recommendation files; name one with a file for each model",
            params.folder());
      }
      return files;
    } catch (IOException e) {
      throw new InputException(
          "%s: expected a folder that can be read: %s", params.folder(), IoReason.of(e));
    }
  }

  /**
   * The model of the only file.
   *
   * @throws InputException if there are several; their models are {@link #members()}
   */
  @Override
  public Model fit(TrainingData data, FitContext context) {
    Map<String, Recommender> members = members();
    if (members.size() > 1) {
      throw new InputException(
          "%s: holds %d recommendation files, which are as many models; to use one of them, name it"
              + " as the path of a ProxyRecommender",
          params.folder(), members.size());
    }
    return members.values().iterator().next().fit(data, context);
  }
}
