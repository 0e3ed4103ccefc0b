package org.trellisrec.io;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Modality;
import org.trellisrec.data.SideInformation;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.input.Excerpt;
import org.trellisrec.spi.DatasetReader;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.LoadedData;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.ReadContext;
import org.trellisrec.spi.Summary;

/**
 * Reads RecBole's atomic files: {@code .inter}, and {@code .user} and {@code .item} beside it where
 * they exist. The header gives the type of each field: {@code token} becomes a categorical
 * modality, {@code token_seq} a multi-hot one, {@code float} and {@code float_seq} a dense one.
 * Interactions may also lie in one file for each part of a ready-made split, {@code
 * NAME.PART.inter}.
 */
@Summary(
    value = "Reads RecBole's atomic files .inter, .user and .item.",
    source =
        "Zhao et al., RecBole: Towards a Unified, Comprehensive and Efficient Framework for"
            + " Recommendation Algorithms, CIKM 2021, DOI 10.1145/3459637.3482016")
public final class RecBoleFiles implements DatasetReader {
  private static final String INTER = ".inter";

  private final Params params;

  /**
   * Where and how.
   *
   * @param root folder that relative paths start from; null for that of the YAML file, from which
   *     the configuration has resolved them
   * @param datasetPath the .inter file, or the folder of the files, which bear its name
   * @param benchmarkFilename the parts of a ready-made split; training, validation and test, or
   *     training and test; empty if there is one file to be split
   * @param userField name of the user field
   * @param itemField name of the item field
   * @param ratingField name of the rating field, or {@code none}
   * @param timeField name of the time field, or {@code none}
   * @param onMalformed what to do with a row of interactions that cannot be understood
   */
  public record Params(
      @Param(description = "Folder that the other paths start from.", byDefault = Param.OPTIONAL)
          Path root,
      @Param(
              description =
                  "The .inter file, or the folder NAME that holds NAME.inter; .user and .item files"
                      + " of that name are read too.")
          Path datasetPath,
      @Param(
              description =
                  "Parts of a ready-made split: [train, valid, test] reads NAME.train.inter,"
                      + " NAME.valid.inter and NAME.test.inter in place of NAME.inter; of two parts"
                      + " the second is the test.",
              byDefault = "[]")
          List<String> benchmarkFilename,
      @Param(
              description = "Name of the user field.",
              byDefault = "user_id",
              aliases = "USER_ID_FIELD")
          String userField,
      @Param(
              description = "Name of the item field.",
              byDefault = "item_id",
              aliases = "ITEM_ID_FIELD")
          String itemField,
      @Param(
              description = "Name of the rating field, read if it exists.",
              byDefault = "rating",
              aliases = "RATING_FIELD")
          String ratingField,
      @Param(
              description = "Name of the time field, read if it exists.",
              byDefault = "timestamp",
              aliases = "TIME_FIELD")
          String timeField,
      @Param(
              description = "What to do with a malformed row: error, or skip and count.",
              byDefault = "error")
          OnMalformed onMalformed) {
    /** Checks the parts. */
    public Params {
      int parts = Set.copyOf(benchmarkFilename).size();
      if (!benchmarkFilename.isEmpty()
          && (parts < 2 || parts > 3 || parts < benchmarkFilename.size())) {
        throw new InputException(
            "benchmark_filename is %s; expected three different parts, such as [train, valid, test], or"
                + " two, such as [train, test]",
            benchmarkFilename);
      }
      benchmarkFilename = List.copyOf(benchmarkFilename);
    }
  }

  /** The recipe. */
  @Inject
  public RecBoleFiles(Params params) {
    this.params = params;
  }

  @Override
  public OwnSplits ownSplits() {
    return switch (params.benchmarkFilename().size()) {
      case 0 -> OwnSplits.NONE;
      case 2 -> OwnSplits.WITHOUT_VALIDATION;
      default -> OwnSplits.UNKNOWN;
    };
  }

  @Override
  public LoadedData read(ReadContext context) {
    Path inter = inter();
    Format format =
        Format.TSV.withHeader(true).withQuotes(false).withOnMalformed(params.onMalformed());
    Tables tables =
        RowFiles.read(
            files(inter),
            format,
            context,
            file -> FileRows.atomic(file, format, this::layout, context.threads()));
    SideInformation side =
        new SideInformation(
            side(inter, "user", params.userField(), tables.users(), context),
            side(inter, "item", params.itemField(), tables.items(), context));
    if (!params.benchmarkFilename().isEmpty()) {
      return new Premade(context).load(tables, params.benchmarkFilename().size(), side);
    }
    return LoadedData.unsplit(
        new Dataset(context.datasetName(), tables.users(), tables.items(), tables.all(), side));
  }

  private Path inter() {
    Path given = new Location(params.root()).file(params.datasetPath());
    return Files.isDirectory(given)
        ? given.resolve(given.toAbsolutePath().normalize().getFileName() + INTER)
        : given;
  }

  private List<Path> files(Path inter) {
    if (!params.benchmarkFilename().isEmpty()) {
      return params.benchmarkFilename().stream()
          .map(part -> beside(inter, part + ".inter"))
          .toList();
    }
    List<String> parts = Files.exists(inter) ? List.of() : parts(inter);
    if (!parts.isEmpty()) {
      throw new InputException(
          "the file %s does not exist, but beside it are the parts %s of a ready-made split; name them"
              + " in benchmark_filename, in the order training, validation, test",
          inter, Excerpt.of(String.join(", ", parts)));
    }
    List<String> others = Files.exists(inter) ? List.of() : othersIn(params.datasetPath());
    if (!others.isEmpty()) {
      throw new InputException(
          "the folder %s holds no %s, which would bear its name, but %s; set dataset_path to the file: %s",
          params.datasetPath(),
          inter.getFileName(),
          Excerpt.of(String.join(", ", others)),
          params.datasetPath().resolve(others.get(0)));
    }
    return List.of(inter);
  }

  /** Names of the files of interactions in a folder, in order; none if it is no folder. */
  private List<String> othersIn(Path path) {
    Path folder = new Location(params.root()).file(path);
    return Files.isDirectory(folder) ? interactionFiles(folder) : List.of();
  }

  private static List<String> interactionFiles(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(INTER))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** PART of every file NAME.PART.inter beside this one, in order. */
  private static List<String> parts(Path inter) {
    Path folder = inter.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return List.of();
    }
    String start = beside(inter, "").getFileName().toString();
    return interactionFiles(folder).stream()
        .filter(name -> name.startsWith(start) && name.length() > start.length() + INTER.length())
        .map(name -> name.substring(start.length(), name.length() - INTER.length()))
        .toList();
  }

  private Layout layout(String file, List<String> header) {
    List<String> names = AtomicField.header(file, header).stream().map(AtomicField::name).toList();
    return new Layout(
        required(file, names, params.userField(), "user_field"),
        required(file, names, params.itemField(), "item_field"),
        names.indexOf(params.ratingField()),
        names.indexOf(params.timeField()),
        names.size());
  }

  private static int required(String file, List<String> names, String field, String key) {
    int found = names.indexOf(field);
    if (found < 0) {
      throw new InputException(
          "%s:1: no field '%s'; the header has %s; set %s",
          file, field, Excerpt.of(String.join(", ", names)), key);
    }
    return found;
  }

  private static Map<String, Modality> side(
      Path inter, String kind, String idField, Vocabulary ids, ReadContext context) {
    Path file = beside(inter, kind);
    return Files.exists(file)
        ? new RecBoleSide(new RecBoleSide.Params(file, idField, Map.of(), OnUnknown.IGNORE))
            .read(ids, context)
        : Map.of();
  }

  private static Path beside(Path inter, String extension) {
    String name = inter.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return inter.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + "." + extension);
  }
}
