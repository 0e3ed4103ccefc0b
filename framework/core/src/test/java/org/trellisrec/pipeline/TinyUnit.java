package org.trellisrec.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.trellisrec.config.Places;
import org.trellisrec.config.Restore;
import org.trellisrec.config.yaml.Origin;
import org.trellisrec.config.yaml.Position;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.HeldOut;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Split;
import org.trellisrec.data.TrainingData;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.evaluation.Mask;
import org.trellisrec.evaluation.NamedMetric;
import org.trellisrec.report.UnitIdentity;
import org.trellisrec.report.UnitKey;
import org.trellisrec.report.UnitResult;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Device;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Progress;
import org.trellisrec.spi.Recommender;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;
import org.trellisrec.tuning.EarlyStopping;

/** Eight users, ten items: everybody trained on item 0, validates on item 1 and tests on item 2. */
final class TinyUnit implements RunListener {
  static final int USERS = 8;
  static final UnitKey KEY = new UnitKey(1, "warm", "0", "m");
  static final ModelPlan.Monitor FIRST = new ModelPlan.Monitor(Optional.of("First"), 1, true);
  private static final int ITEMS = 10;

  /** Share of users whose first item is relevant. */
  static final class FirstHit implements UserMetric {
    @Override
    public PerUser bind(TaskContext task) {
      return list -> list.hits() > 0 ? 1 : 0;
    }
  }

  final List<String> infos = new ArrayList<>();
  final List<String> notes = new ArrayList<>();
  final AtomicInteger scored = new AtomicInteger();
  private final Path folder;
  private final List<NamedMetric> metrics =
      new ArrayList<>(List.of(new NamedMetric("First", new FirstHit())));
  private Mask mask = Mask.TRAIN;
  private int everyEpochs = 1;
  private int patience = 2;
  private ModelPlan.Monitor target = FIRST;
  private ModelPlan.Monitor watched = FIRST;
  private boolean validated = true;
  private Device device = Device.AUTO;
  private boolean resume = true;
  private boolean tensorboard;
  private String identity = "identity";

  TinyUnit(Path folder) {
    this.folder = folder;
  }

  TinyUnit validatingEvery(int epochs) {
    everyEpochs = epochs;
    return this;
  }

  TinyUnit patience(int validations) {
    patience = validations;
    return this;
  }

  TinyUnit choosingBy(ModelPlan.Monitor monitor) {
    target = monitor;
    return this;
  }

  TinyUnit stoppingBy(ModelPlan.Monitor monitor) {
    watched = monitor;
    return this;
  }

  TinyUnit withoutValidation() {
    validated = false;
    return this;
  }

  TinyUnit on(Device wanted) {
    device = wanted;
    return this;
  }

  TinyUnit masking(Mask other) {
    mask = other;
    return this;
  }

  TinyUnit measuring(String label, UserMetric metric) {
    metrics.add(new NamedMetric(label, metric));
    return this;
  }

  TinyUnit keepingNothing() {
    resume = false;
    return this;
  }

  TinyUnit withTensorBoard() {
    tensorboard = true;
    return this;
  }

  TinyUnit ofRun(String otherIdentity) {
    identity = otherIdentity;
    return this;
  }

  /** The unit with one trial for each recommender. */
  Unit of(Recommender... recommenders) {
    List<Trial> trials =
        IntStream.range(0, recommenders.length)
            .mapToObj(i -> new Trial(i, List.of(), Map.of("choice", "" + i), recommenders[i]))
            .toList();
    ModelPlan plan =
        new ModelPlan(
            "m",
            new Places("m", Position.startOf(Origin.program()), Map.of()),
            new ModelPlan.Source(Map.of(), "", new NamedFiles()),
            "M",
            Trials.of(trials),
            target,
            new ModelPlan.Stopping(
                watched,
                new EarlyStopping.Rule(watched.higherIsBetter(), patience, 0, 0, Double.NaN)),
            everyEpochs,
            new ModelPlan.Compute(device, true),
            new ModelPlan.Keep(true, false, Restore.NOTHING));
    Split split = split();
    Measures measures = measures();
    return new Unit(
        KEY,
        KEY.protocol(),
        plan,
        split,
        split.validation(),
        new TrainingData(dataset(), split.train()),
        new Judge(dataset(), split, measures, this),
        measures,
        this,
        store(),
        Optional.empty());
  }

  /** Tunes and measures. */
  static UnitResult run(Unit unit, ModelRun.Output output) {
    try (Tuning tuning = Tuning.of(unit)) {
      return new ModelRun(unit, tuning, tuning.timings()).run(output);
    }
  }

  UnitStore store() {
    return new UnitStore(
        new RunFolder(folder, false, () -> {}),
        KEY,
        new UnitIdentity(Map.of(), Map.of("run", identity), Map.of()),
        resume,
        tensorboard);
  }

  private Measures measures() {
    return new Measures(List.copyOf(metrics), new int[] {1}, 2, mask, Convention.STANDARD, 0, 1);
  }

  private static Interactions everybodyHas(int item) {
    int[] users = IntStream.range(0, USERS).toArray();
    int[] items = IntStream.range(0, USERS).map(u -> item).toArray();
    return Interactions.of(USERS, ITEMS, users, items, null, null);
  }

  private static HeldOut heldOut(int item) {
    return HeldOut.warm(everybodyHas(item)).withCandidates(HeldOut.CandidateRule.ALL);
  }

  private Split split() {
    Interactions train = everybodyHas(0);
    EvalTask validation = heldOut(1).against(train).named("validation_warm");
    return new Split(
        "warm",
        "0",
        train,
        validated ? List.of(validation) : List.of(),
        List.of(heldOut(2).against(train)));
  }

  private static Dataset dataset() {
    return new Dataset(
        "tiny",
        Vocabulary.of(IntStream.range(0, USERS).mapToObj(u -> "u" + u).toList()),
        Vocabulary.of(IntStream.range(0, ITEMS).mapToObj(i -> "i" + i).toList()),
        everybodyHas(0));
  }

  /** A model that ranks these items first, in this order. */
  Model ranks(int... items) {
    return (users, scores) -> {
      for (int row = 0; row < users.size(); row++) {
        scored.incrementAndGet();
        for (int i = 0; i < items.length; i++) {
          scores[row][items[i]] = items.length - i;
        }
      }
    };
  }

  @Override
  public void info(String message) {
    infos.add(message);
  }

  @Override
  public void note(String message) {
    notes.add(message);
  }

  @Override
  public Progress progress(String what, long total) {
    return Progress.SILENT;
  }
}
