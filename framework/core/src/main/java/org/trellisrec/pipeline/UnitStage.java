package org.trellisrec.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.Split;
import org.trellisrec.data.TaskNames;
import org.trellisrec.data.TrainingData;
import org.trellisrec.report.UnitKey;
import org.trellisrec.report.UnitResult;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Seed;

/**
 * Runs the units of a repetition, or takes them from the journal. A model is trained once for
 * splits that are alike.
 *
 * @param plan the run
 * @param prepared what the units work on
 * @param folder the run folder
 * @param listener hears what happens
 */
record UnitStage(RunPlan plan, Prepared prepared, RunFolder folder, NoteKeeper listener) {

  /** A split with its test tasks as they are posed, and who judges models on it. */
  private record Posed(Split split, Judge judge) {}

  /** What is learned from, on splits that are alike. */
  private record Lesson(
      long seed, List<Posed> posed, Dataset learned, Optional<DataHashes> hashes) {
    TrainingData data() {
      return new TrainingData(learned, posed.get(0).split().train());
    }
  }

  /** The results of all models on the splits of one repetition, by split. */
  List<UnitResult> run(List<Split> splits, long seed) {
    Map<UnitKey, UnitResult> results = new HashMap<>();
    for (List<Split> alike : AlikeSplits.of(splits, plan::draw)) {
      Lesson lesson = lesson(alike, seed);
      for (ModelPlan model : plan.models()) {
        for (List<Posed> shared : shared(model, lesson.posed())) {
          run(model, lesson, shared).forEach(result -> results.put(result.key(), result));
        }
      }
    }
    return splits.stream()
        .flatMap(split -> plan.models().stream().map(model -> key(seed, split, model)))
        .map(results::get)
        .toList();
  }

  private Lesson lesson(List<Split> alike, long seed) {
    Split first = alike.get(0);
    Dataset learned = prepared.losses().learned(first, new Seed(seed));
    alike.forEach(split -> prepared.losses().notes(split, learned).forEach(listener::note));
    List<Posed> posed = alike.stream().map(split -> pose(split, seed)).toList();
    Optional<DataHashes> hashes =
        plan.keepsModels() || plan.keepsEmbeddings()
            ? Optional.of(DataHashes.of(prepared.fingerprint(), learned, first))
            : Optional.empty();
    return new Lesson(seed, posed, learned, hashes);
  }

  private Posed pose(Split split, long seed) {
    Split posed = prepared.missing().pose(split, new Seed(seed));
    return new Posed(
        posed,
        new Judge(
            prepared.data(), posed, prepared.missing().asked(split), plan.measures(), listener));
  }

  /** Which splits share a model: all that are alike, unless it is restored or chosen for each. */
  private List<List<Posed>> shared(ModelPlan model, List<Posed> alike) {
    boolean own = model.keep().restore().asked() || choosesOnTest(model, alike.get(0).split());
    return own ? alike.stream().map(List::of).toList() : List.of(alike);
  }

  private List<UnitResult> run(ModelPlan model, Lesson lesson, List<Posed> shared) {
    List<UnitResult> results = new ArrayList<>();
    List<Posed> left = new ArrayList<>();
    for (Posed posed : shared) {
      UnitKey key = key(lesson.seed(), posed.split(), model);
      Optional<UnitResult> known = folder.journal().find(key).filter(result -> !result.failed());
      if (known.isPresent()) {
        listener.info(
            "%s: %s"
                .formatted(
                    describe(key),
                    known.get().trainedIn().isEmpty()
                        ? "already done"
                        : "taken over from " + known.get().trainedIn()));
        keepEmbeddings(model, key, posed, lesson);
        known.get().notes().forEach(listener::note);
        results.add(known.get());
      } else {
        left.add(posed);
      }
    }
    if (!left.isEmpty()) {
      Unit first = unit(model, lesson, shared.get(0));
      Unit common = shared.size() == 1 ? first : first.withoutTests();
      results.addAll(train(model, lesson, common, left));
    }
    if (results.stream().noneMatch(UnitResult::failed)) {
      store(key(lesson.seed(), shared.get(0).split(), model)).forget();
    }
    return results;
  }

  /**
   * Trains under the name of the first split, whichever are left, so that a run which was
   * interrupted between two of them goes on with the same model. What fails in the test of one is
   * no fault of the others.
   *
   * @param common what is trained, with the test tasks of a split that shares it with no other
   */
  private List<UnitResult> train(ModelPlan model, Lesson lesson, Unit common, List<Posed> left) {
    List<UnitResult> results = new ArrayList<>();
    int told = listener.heard().size();
    listener.info(describe(key(lesson.seed(), left.get(0).split(), model)));
    try (Tuning tuning = Tuning.of(common)) {
      for (Posed posed : left) {
        Unit unit = unit(model, lesson, posed);
        boolean spends = results.isEmpty();
        if (!spends) {
          String trained = tuning.error().isEmpty() ? "trained already" : "its training has failed";
          listener.info("%s: %s".formatted(describe(unit.key()), trained));
        }
        ModelRun run = new ModelRun(unit, tuning, spends ? tuning.timings() : List.of());
        UnitResult measured = run.run(files().of(unit, lesson.hashes()));
        List<String> heard = listener.heard();
        results.add(measured.withNotes(heard.subList(told, heard.size())));
        told = heard.size();
        record(results.get(results.size() - 1));
      }
    }
    return results;
  }

  private Unit unit(ModelPlan model, Lesson lesson, Posed posed) {
    UnitKey key = key(lesson.seed(), posed.split(), model);
    Optional<SavedWeights> weights =
        model.keep().restore().asked()
            ? Optional.of(prepared.restoration().find(model, key))
            : Optional.empty();
    ModelPlan own =
        weights
            .map(
                found -> model.only(Restoration.check(model, found, lesson.hashes().orElseThrow())))
            .orElse(model);
    return unit(key, own, lesson, posed, selection(model, posed.split()), weights);
  }

  private Unit unit(
      UnitKey key,
      ModelPlan model,
      Lesson lesson,
      Posed posed,
      List<EvalTask> selection,
      Optional<SavedWeights> weights) {
    return new Unit(
        key,
        plan.draw(key.protocol()),
        model,
        posed.split(),
        selection,
        lesson.data(),
        posed.judge(),
        plan.measures(),
        listener,
        store(key),
        weights);
  }

  private List<EvalTask> selection(ModelPlan model, Split split) {
    return choosesOnTest(model, split)
        ? split.test().stream().filter(t -> !TaskNames.withholds(t.name())).toList()
        : split.validation();
  }

  private boolean choosesOnTest(ModelPlan model, Split split) {
    return split.validation().isEmpty()
        && plan.selectionOnTest()
        && model.decidedByMetric().isPresent();
  }

  private UnitStore store(UnitKey key) {
    return new UnitStore(
        folder,
        key,
        prepared.units().of(key.model()),
        plan.recording().resume(),
        plan.recording().tensorboard());
  }

  private ModelFiles files() {
    return new ModelFiles(plan, prepared.data(), folder);
  }

  /** Of a unit that was finished before an analysis asked for its vectors, reads the model. */
  private void keepEmbeddings(ModelPlan model, UnitKey key, Posed posed, Lesson lesson) {
    if (!plan.keepsEmbeddings() || SavedEmbeddings.in(folder.path(), key).exist()) {
      return;
    }
    SavedWeights weights = SavedWeights.in(folder.path(), key);
    if (!weights.exists()) {
      listener.note(
          "%s: neither its weights nor vectors per modality were kept; if it has such vectors, delete %s and run again to analyse them"
              .formatted(describe(key), folder.journal().file(key)));
      return;
    }
    ModelPlan own = model.only(Restoration.check(model, weights, lesson.hashes().orElseThrow()));
    Unit unit = unit(key, own, lesson, posed, List.of(), Optional.of(weights));
    Model restored =
        unit.recommender()
            .result("restore", () -> new TrialRun(unit, own.trials().first()).model());
    try {
      unit.recommender().run(() -> files().writeEmbeddings(key, restored));
    } finally {
      unit.close(restored);
    }
  }

  private static UnitKey key(long seed, Split split, ModelPlan model) {
    return new UnitKey(seed, split.protocol(), split.fold(), model.label());
  }

  private String describe(UnitKey key) {
    String seed = plan.seeds().size() > 1 ? ", seed " + key.seed() : "";
    return "%s on %s, fold %s%s".formatted(key.model(), key.protocol(), key.fold(), seed);
  }

  private void record(UnitResult result) {
    try {
      folder.journal().record(result);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    new Details(listener).unit(result);
  }
}
