package org.trellisrec.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.trellisrec.spi.Progress;

/**
 * Passes everything on, and keeps the notes for {@code notes.txt}. The same note is told once, and
 * kept once with all seeds that it holds for.
 */
final class NoteKeeper implements RunListener {
  private final RunListener listener;

  /** The seeds that each note holds for; none if it holds for the whole run. */
  private final Map<String, Set<Long>> notes = new LinkedHashMap<>();

  private final List<String> heard = new ArrayList<>();
  private Set<Long> seed = Set.of();

  NoteKeeper(RunListener listener) {
    this.listener = listener;
  }

  @Override
  public void begun(Path folder, boolean resumes) {
    listener.begun(folder, resumes);
  }

  @Override
  public void info(String message) {
    listener.info(message);
  }

  @Override
  public void detail(String message) {
    listener.detail(message);
  }

  @Override
  public synchronized void note(String message) {
    heard.add(message);
    Set<Long> known = notes.get(message);
    if (known == null) {
      notes.put(message, new TreeSet<>(seed));
      listener.note(named(seed, message));
    } else if (seed.isEmpty()) {
      known.clear();
    } else if (!known.isEmpty()) {
      known.addAll(seed);
    }
  }

  /** Tells what is no result of the run, so that {@code notes.txt} does not depend on it. */
  void tell(String message) {
    listener.note(message);
  }

  @Override
  public Progress progress(String what, long total) {
    return listener.progress(what, total);
  }

  /** From here on, notes hold for a seed; if the run has no other, for the whole run. */
  synchronized void within(long own, RunPlan plan) {
    seed = plan.seeds().size() > 1 ? Set.of(own) : Set.of();
  }

  /** From here on, notes hold for the whole run. */
  synchronized void withinAll() {
    seed = Set.of();
  }

  /** Every note there is, with its seeds. */
  synchronized List<String> notes() {
    return notes.entrySet().stream().map(note -> named(note.getValue(), note.getKey())).toList();
  }

  /** Every note so far as it was put, repeated ones too. */
  synchronized List<String> heard() {
    return List.copyOf(heard);
  }

  private static String named(Set<Long> seeds, String message) {
    if (seeds.isEmpty()) {
      return message;
    }
    String list = String.join(", ", seeds.stream().map(Object::toString).toList());
    return "%s %s: %s".formatted(seeds.size() == 1 ? "seed" : "seeds", list, message);
  }
}
