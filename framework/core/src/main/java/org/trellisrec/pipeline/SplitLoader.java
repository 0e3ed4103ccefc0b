package org.trellisrec.pipeline;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trellisrec.data.Candidates;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;
import org.trellisrec.data.Split;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.pipeline.SplitIndex.SplitEntry;
import org.trellisrec.pipeline.SplitIndex.TaskEntry;

/** Reads the files of splits; a file that several of them name is read once. */
final class SplitLoader {
  private final Path folder;
  private final Vocabulary users;
  private final Vocabulary items;
  private final MatrixFile matrices;
  private final Map<String, Interactions> read = new HashMap<>();

  SplitLoader(Path folder, Vocabulary users, Vocabulary items) {
    this.folder = folder;
    this.users = users;
    this.items = items;
    this.matrices = new MatrixFile(users, items);
  }

  List<Split> load(SplitIndex index) {
    return index.splits().stream().map(this::load).toList();
  }

  private Split load(SplitEntry entry) {
    Interactions train = matrix(entry.train());
    return new Split(
        entry.protocol(),
        entry.fold(),
        train,
        entry.validation().stream().map(task -> load(task, train)).toList(),
        entry.test().stream().map(task -> load(task, train)).toList());
  }

  private EvalTask load(TaskEntry entry, Interactions train) {
    Interactions history = entry.revealed() == null ? train : train.plus(matrix(entry.revealed()));
    return new EvalTask(
            entry.name(),
            IdFile.read(folder.resolve(entry.users()), users, "user"),
            history,
            matrix(entry.truth()),
            candidates(entry))
        .promising(entry.unseen());
  }

  private Candidates candidates(TaskEntry entry) {
    if (entry.candidates() == null) {
      return new Candidates.PerUser(matrix(entry.userCandidates()));
    }
    BitSet members = new BitSet(items.size());
    for (int item : IdFile.read(folder.resolve(entry.candidates()), items, "item")) {
      members.set(item);
    }
    return new Candidates.Shared(ItemSet.where(items.size(), members::get));
  }

  private Interactions matrix(String file) {
    return read.computeIfAbsent(file, name -> matrices.read(folder.resolve(name)));
  }
}
