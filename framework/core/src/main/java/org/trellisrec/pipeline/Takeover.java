package org.trellisrec.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.trellisrec.report.Folders;
import org.trellisrec.report.ListCount;
import org.trellisrec.report.UnitKey;
import org.trellisrec.report.UnitResult;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.IoReason;

/**
 * Takes over from another run the units that are the same: their records and their files, as if
 * they had been trained here.
 *
 * @param run the other run
 * @param finished its units; none if it was made by another program, which may record otherwise
 * @param plan this run
 * @param units what the units of this run depend on
 */
record Takeover(ReusedRun run, List<UnitResult> finished, RunPlan plan, UnitIdentities units) {
  /**
   * What may be taken over from the run in a folder.
   *
   * @throws InputException if there is none, it is damaged, or another process works in it
   */
  static Takeover of(Path path, RunPlan plan, UnitIdentities units) {
    ReusedRun run = ReusedRun.open(path);
    try {
      boolean readable = units.code().equals(run.code());
      return new Takeover(run, readable ? run.units() : List.of(), plan, units);
    } catch (RuntimeException e) {
      run.close();
      throw e;
    }
  }

  /**
   * Takes over what is not there yet, and tells of what it cannot take why; quiet users hear of a
   * run that has given nothing.
   *
   * @throws InputException if a file cannot be copied
   */
  void into(RunFolder folder, NoteKeeper listener) {
    if (!units.code().equals(run.code())) {
      listener.tell(
          "%s: nothing can be taken over, since another version of TrellisRec or of its plugins made this run"
              .formatted(run.path()));
      return;
    }
    int taken = 0;
    int there = 0;
    Set<String> models = new HashSet<>();
    Map<String, List<UnitKey>> left = new LinkedHashMap<>();
    for (UnitResult unit : finished) {
      UnitKey key = unit.key();
      Optional<ModelPlan> model = model(key);
      if (model.isEmpty()) {
        continue;
      }
      Optional<String> obstacle = obstacle(unit, model.get());
      if (folder.journal().find(key).filter(known -> !known.failed()).isPresent()) {
        there++;
        models.add(key.model());
      } else if (obstacle.isPresent()) {
        left.computeIfAbsent(obstacle.get(), why -> new ArrayList<>()).add(key);
      } else {
        take(unit.takenFrom(run.path().toString()), model.get(), folder);
        taken++;
        models.add(key.model());
      }
    }
    Consumer<String> lines = models.isEmpty() ? listener::tell : listener::info;
    lines.accept(
        "%s: %d %s taken over%s"
            .formatted(
                run.path(),
                taken,
                taken == 1 ? "unit is" : "units are",
                there == 0 ? "" : ", %d more are there already".formatted(there)));
    left.forEach(
        (why, keys) ->
            lines.accept(
                "%s: not taken over: %s, since %s"
                    .formatted(run.path(), named(keys, models), why)));
  }

  /** Units by their models alone, unless other units of these models are in the run. */
  private static String named(List<UnitKey> keys, Set<String> models) {
    return keys.stream()
        .map(
            key ->
                models.contains(key.model())
                    ? "%s (%s, fold %s, seed %d)"
                        .formatted(key.model(), key.protocol(), key.fold(), key.seed())
                    : key.model())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** The model that a unit is of, if this run has such a unit. */
  private Optional<ModelPlan> model(UnitKey key) {
    return plan.seeds().contains(key.seed())
        ? plan.models().stream().filter(model -> model.label().equals(key.model())).findFirst()
        : Optional.empty();
  }

  /** Why a unit cannot be taken over, if it cannot. */
  private Optional<String> obstacle(UnitResult unit, ModelPlan model) {
    List<String> differences = units.of(unit.key().model()).differences(unit.identity());
    if (!differences.isEmpty()) {
      return Optional.of(String.join(", ", differences));
    }
    if (model.keep().restore().asked()) { // what is in another run folder has no part in identity
      return Optional.of("a restored model is restored again");
    }
    if (unit.failed()) {
      return Optional.of("it failed there");
    }
    return missing(unit, model)
        .map(file -> run.path().relativize(file) + " is missing there")
        .or(() -> notKept(unit));
  }

  /** A file that the unit must have left there, and has not. */
  private Optional<Path> missing(UnitResult unit, ModelPlan model) {
    UnitKey key = unit.key();
    List<Path> files = new ArrayList<>();
    for (ListCount test : unit.lists()) {
      files.add(TestFiles.perUser(run.path(), key, test.task()));
      if (model.keep().recommendations()) {
        files.add(TestFiles.lists(run.path(), key, test.task()));
      }
    }
    if (model.keep().weights()) {
      files.add(SavedWeights.in(run.path(), key).descriptionFile());
    }
    return files.stream().filter(file -> !Files.exists(file)).findFirst();
  }

  /** What this run asks for, and the other one did not keep, which makes it no other unit. */
  private Optional<String> notKept(UnitResult unit) {
    UnitKey key = unit.key();
    boolean vectors =
        SavedEmbeddings.in(run.path(), key).exist() || SavedWeights.in(run.path(), key).exists();
    if (plan.keepsEmbeddings() && !vectors) {
      return Optional.of("the vectors that an analysis reads were not kept there");
    }
    if (plan.recording().tensorboard() && !unit.epochs().isEmpty() && !curvesExist(unit)) {
      return Optional.of("no learning curves for TensorBoard are there");
    }
    return Optional.empty();
  }

  /**
   * The curves of a training that units share are under the name of one of them, which brings them
   * along if it is taken over, and is trained with curves if it is not.
   */
  private boolean curvesExist(UnitResult unit) {
    return finished.stream()
        .filter(unit::wentLike)
        .anyMatch(other -> Files.exists(UnitStore.tensorboard(run.path(), other.key())));
  }

  /** The record comes last: a unit without it is not done, whatever files there are. */
  private void take(UnitResult unit, ModelPlan model, RunFolder folder) {
    try {
      for (Path from : folders(unit.key(), model)) {
        if (Files.exists(from)) {
          Path to = folder.path().resolve(run.path().relativize(from));
          Folders.copy(from, to, folder.draft());
        }
      }
      folder.journal().record(unit);
    } catch (IOException e) {
      throw new InputException(
          "--reuse %s: its unit %s cannot be copied into %s: %s",
          run.path(), unit.key().fileName(), folder.path(), IoReason.of(e));
    }
  }

  /** The folders with all that a unit of this run leaves. */
  private List<Path> folders(UnitKey key, ModelPlan model) {
    List<Path> folders = new ArrayList<>();
    folders.add(TestFiles.perUser(run.path(), key, "").getParent());
    if (model.keep().recommendations()) {
      folders.add(TestFiles.lists(run.path(), key, "").getParent());
    }
    if (model.keep().weights()) {
      folders.add(SavedWeights.in(run.path(), key).folder());
    }
    if (plan.keepsEmbeddings()) {
      folders.add(SavedEmbeddings.in(run.path(), key).folder());
    }
    if (plan.recording().tensorboard()) {
      folders.add(UnitStore.tensorboard(run.path(), key));
    }
    return folders;
  }
}
