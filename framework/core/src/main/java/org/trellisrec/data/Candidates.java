package org.trellisrec.data;

/** Which items may be recommended in a task. */
public sealed interface Candidates {
  /** The same items for every user. */
  record Shared(ItemSet items) implements Candidates {}

  /** Items of their own for each user: row {@code u} holds the candidates of user {@code u}. */
  record PerUser(Interactions items) implements Candidates {}
}
