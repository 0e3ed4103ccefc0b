package org.trellisrec.analysis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trellisrec.data.EntitySide;
import org.trellisrec.spi.Analysis;
import org.trellisrec.spi.AnalysisOutput;
import org.trellisrec.spi.EmbeddedSide;
import org.trellisrec.spi.FinishedRun;
import org.trellisrec.spi.InputException;

/** A run whose files are in memory, and what an analysis makes of it. */
final class FakeRun implements FinishedRun, AnalysisOutput {
  final Map<String, List<List<String>>> tables = new LinkedHashMap<>();
  final Map<String, List<List<String>>> csv = new LinkedHashMap<>();
  final Map<String, byte[]> files = new LinkedHashMap<>();
  final List<String> notes = new ArrayList<>();
  private final Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
  private final Set<String> damaged = new HashSet<>();
  private final List<EmbeddedSide> sides = new ArrayList<>();

  /** Adds a file with a header and lines of cells between commas. */
  FakeRun with(String file, String header, String... lines) {
    List<Map<String, String>> content = new ArrayList<>();
    for (String line : lines) {
      Map<String, String> row = new LinkedHashMap<>();
      String[] cells = line.split(",", -1);
      List<String> names = Arrays.asList(header.split(",", -1));
      names.forEach(name -> row.put(name, cells[names.indexOf(name)]));
      content.add(row);
    }
    rows.put(file, content);
    return this;
  }

  /** Adds a file that cannot be read. */
  FakeRun withDamaged(String file) {
    damaged.add(file);
    return this;
  }

  /** Adds the vectors of a model. */
  FakeRun with(String model, long seed, Map<String, float[][]> byModality) {
    sides.add(side(new Unit(model, "warm", "0", seed), byModality));
    return this;
  }

  /** Vectors of the items 0, 1, ...; null where one lacks a modality. */
  static EmbeddedSide side(Unit unit, Map<String, float[][]> byModality) {
    return new EmbeddedSide() {
      @Override
      public Unit unit() {
        return unit;
      }

      @Override
      public EntitySide side() {
        return EntitySide.ITEMS;
      }

      @Override
      public List<String> modalities() {
        return List.copyOf(byModality.keySet());
      }

      @Override
      public Map<String, float[]> vectors(String modality) {
        Map<String, float[]> vectors = new LinkedHashMap<>();
        float[][] all = byModality.get(modality);
        for (int i = 0; i < all.length; i++) {
          if (all[i] != null) {
            vectors.put(Integer.toString(i), all[i]);
          }
        }
        return vectors;
      }
    };
  }

  /** This run, analysed. */
  FakeRun analyzed(Analysis analysis) throws IOException {
    analysis.analyze(this, this);
    return this;
  }

  @Override
  public Path folder() {
    return Path.of("run");
  }

  @Override
  public boolean has(String file) {
    return rows.containsKey(file) || damaged.contains(file);
  }

  @Override
  public List<Map<String, String>> rows(String file) {
    if (damaged.contains(file)) {
      throw new InputException("%s is damaged", file);
    }
    if (!rows.containsKey(file)) {
      throw new InputException("%s is missing", file);
    }
    return rows.get(file);
  }

  @Override
  public List<Map<String, String>> perUser(Unit unit, String task) {
    return rows(unit.model() + "-" + unit.seed() + "-" + task);
  }

  @Override
  public List<EmbeddedSide> embeddings() {
    return sides;
  }

  @Override
  public void table(String name, List<String> header, List<List<String>> some) {
    tables.put(name, withHeader(header, some));
  }

  @Override
  public void csv(String name, List<String> header, List<List<String>> some) {
    csv.put(name, withHeader(header, some));
  }

  private static List<List<String>> withHeader(List<String> header, List<List<String>> some) {
    List<List<String>> all = new ArrayList<>();
    all.add(header);
    all.addAll(some);
    return all;
  }

  @Override
  public void file(String name, byte[] content) {
    files.put(name, content);
  }

  @Override
  public void note(String message) {
    notes.add(message);
  }
}
