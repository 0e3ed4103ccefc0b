package org.trellisrec.config;

import java.util.Arrays;
import java.util.Optional;
import org.trellisrec.data.EnumWord;
import org.trellisrec.spi.Analysis;
import org.trellisrec.spi.DatasetReader;
import org.trellisrec.spi.Metric;
import org.trellisrec.spi.Prefilter;
import org.trellisrec.spi.Recommender;
import org.trellisrec.spi.SideInformationReader;
import org.trellisrec.spi.Splitter;

/** The kinds of plugins. */
public enum PluginKind {
  /** Models to train and compare. */
  RECOMMENDER(Recommender.class),
  /** Measures of recommendation lists. */
  METRIC(Metric.class),
  /** Evaluation protocols. */
  SPLITTER(Splitter.class),
  /** Filters before the split. */
  PREFILTER(Prefilter.class),
  /** Data formats, named by {@code data_config.strategy}. */
  READER(DatasetReader.class),
  /** Sources of modalities, named by {@code strategy} under {@code side_information}. */
  SIDE_INFORMATION_READER(SideInformationReader.class),
  /** Analyses of a finished run. */
  ANALYSIS(Analysis.class);

  private final Class<?> type;

  PluginKind(Class<?> type) {
    this.type = type;
  }

  /** The extension point. */
  public Class<?> type() {
    return type;
  }

  /** The word for one of them, for instance {@code splitter}. */
  public String word() {
    return key().replace('_', ' ');
  }

  /** The word for many of them, as in {@code trellisrec list splitters}. */
  public String plural() {
    return this == ANALYSIS ? "analyses" : key() + "s";
  }

  /** The word as a key, without blanks. */
  public String key() {
    return EnumWord.of(this);
  }

  /** The kind with this extension point. */
  public static PluginKind of(Class<?> type) {
    return Arrays.stream(values())
        .filter(kind -> kind.type == type)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no plugin kind has the type " + type));
  }

  /** The kind called by this word, singular or plural, in any case. */
  public static Optional<PluginKind> named(String word) {
    return Arrays.stream(values())
        .filter(k -> k.key().equalsIgnoreCase(word) || k.plural().equalsIgnoreCase(word))
        .findFirst();
  }
}
