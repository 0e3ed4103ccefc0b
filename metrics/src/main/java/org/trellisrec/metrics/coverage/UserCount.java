package org.trellisrec.metrics.coverage;

import java.util.function.Predicate;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.SystemMetric;
import org.trellisrec.spi.TaskContext;

/** How many users have a list that passes a test: a share of the task's users, or a count. */
public final class UserCount implements SystemMetric.Accumulator<UserCount> {
  private final Predicate<RankedList> test;
  private final double divisor;
  private long users;

  UserCount(TaskContext task, Predicate<RankedList> test) {
    this.test = test;
    this.divisor = task.convention() == Convention.ELLIOT ? 1 : task.task().users().length;
  }

  @Override
  public void add(RankedList list) {
    users += test.test(list) ? 1 : 0;
  }

  @Override
  public void merge(UserCount other) {
    users += other.users;
  }

  @Override
  public double result() {
    return users / divisor;
  }
}
