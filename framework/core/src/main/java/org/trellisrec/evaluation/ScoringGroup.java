package org.trellisrec.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.DivergedException;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Progress;
import org.trellisrec.spi.UserBlock;

/** Requests that show the model the same histories, so that every user is scored once for all. */
final class ScoringGroup {
  private static final int BLOCK_BYTES = 4 << 20;
  private static final int MAX_BLOCK = 256;

  private final Interactions history;
  private final List<Selection> selections = new ArrayList<>();
  private int[] users = new int[0];

  ScoringGroup(Interactions history) {
    this.history = history;
  }

  boolean serves(RankRequest request) {
    return request.task().history() == history;
  }

  void add(RankRequest request, ListStore store) {
    Selection selection =
        selections.stream().filter(s -> s.serves(request)).findFirst().orElse(null);
    if (selection == null) {
      selection = new Selection(request);
      selections.add(selection);
    }
    selection.add(store);
    users =
        IntStream.concat(IntStream.of(users), IntStream.of(request.task().users()))
            .sorted()
            .distinct()
            .toArray();
  }

  int size() {
    return users.length;
  }

  /** Scores all users. The size of a block depends on the catalogue only, never on the threads. */
  void run(String name, Model model, int depth, int threads, Progress progress) {
    int perBlock = Math.max(1, Math.min(MAX_BLOCK, BLOCK_BYTES / 4 / Math.max(1, columns())));
    int blocks = (users.length + perBlock - 1) / perBlock;
    UserBlock all = new UserBlock(users, history);
    Queue<Buffers> idle = new ConcurrentLinkedQueue<>();
    Parallel.<Integer>inOrder(
        blocks,
        threads,
        block -> {
          Buffers polled = idle.poll();
          Buffers buffers = polled == null ? new Buffers(perBlock, depth) : polled;
          int from = block * perBlock;
          UserBlock slice = all.slice(from, Math.min(users.length, from + perBlock));
          buffers.run(name, model, slice);
          idle.add(buffers);
          return slice.size();
        },
        done -> progress.advance(done));
  }

  private int columns() {
    return history.columns();
  }

  /** The buffers of one thread: the scores of a block, and one worker per selection. */
  private final class Buffers {
    private final float[][] scores;
    private final List<Selection.Worker> workers;

    Buffers(int perBlock, int depth) {
      this.scores = new float[Math.min(perBlock, users.length)][columns()];
      this.workers = selections.stream().map(s -> s.worker(Math.min(depth, columns()))).toList();
    }

    void run(String name, Model model, UserBlock block) {
      float[][] rows = Arrays.copyOf(scores, block.size());
      for (float[] row : rows) {
        Arrays.fill(row, Float.NaN);
      }
      model.score(block, rows);
      for (int i = 0; i < rows.length; i++) {
        requireFinite(name, block.user(i), rows[i]);
        for (Selection.Worker worker : workers) {
          worker.select(block.user(i), rows[i]);
        }
      }
    }
  }

  private static void requireFinite(String name, int user, float[] scores) {
    boolean infinite = false;
    for (float score : scores) {
      infinite |= (Float.floatToRawIntBits(score) & Integer.MAX_VALUE) == 0x7f80_0000;
    }
    if (infinite) {
      int item = 0;
      while (!Float.isInfinite(scores[item])) {
        item++;
      }
      throw new DivergedException(
          "%s gave item number %d the score %s for user number %d; a score is finite, or NaN where the model cannot tell; if the model was trained, it has diverged, so try a lower learning_rate"
              .formatted(name, item, scores[item], user));
    }
  }
}
